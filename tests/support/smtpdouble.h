// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QHash>
#include <QJsonObject>
#include <QSslSocket>
#include <QTcpServer>

#include <array>

namespace parterre::testing {

// A mail server as RFC 5321, 3207 and 4954 describe it, as far as one that hands in letters needs it, and as strict. It keeps
// what it is given, and fails as it is told. It shares no code with what it tests. Serves on the thread it lives on, which
// has to have an event loop.
class SmtpDouble final : public QTcpServer
{
    Q_OBJECT
public:
    enum class Encryption { None, StartTls, Tls };
    // What is answered. Body is what comes after the letter, Greeting before anything is said.
    enum class Step { Greeting, Ehlo, StartTls, Auth, Mail, Rcpt, Data, Body };
    static constexpr std::array kSteps {Step::Greeting, Step::Ehlo, Step::StartTls, Step::Auth, Step::Mail, Step::Rcpt, Step::Data, Step::Body};

    struct Letter {
        QByteArray from = {};
        QByteArrayList to = {};
        QByteArray data = {};          // without what makes its dots safe
        bool wasEncrypted = false;
        QByteArray signedInAs = {};    // the name
    };

    explicit SmtpDouble(Encryption encryption = Encryption::None);

    static QByteArray user() { return "house"; }
    static QByteArray password() { return "pass word-7341"; }
    static QString certificate(); // PEM file that a client may trust: it is for 127.0.0.1
    void askForPassword() { m_asksForPassword = true; }

    // From now on: says this instead of yes; says nothing at all; hangs up.
    void refuse(Step step, const QByteArray &answer) { m_answers.insert(step, answer); }
    void keepSilentAt(Step step) { m_answers.insert(step, kSilence); }
    void hangUpAt(Step step) { m_answers.insert(step, kHangUp); }
    void behave() { m_answers.clear(); }

    [[nodiscard]] const QList<Letter> &letters() const { return m_letters; }
    [[nodiscard]] const QByteArrayList &commands() const { return m_commands; } // lines, of all clients
    [[nodiscard]] int connections() const { return m_connections; }

    // What a mail reader that is not ours (Python's) makes of a letter: "headers" by name in lower case, "text", and
    // "attachments", each with "name", "type" and "base64". Empty when it cannot read it.
    [[nodiscard]] static QJsonObject read(const Letter &letter);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    struct Talk {
        QByteArray received = {};
        Letter letter = {};
        bool isSigningIn = false;
        bool inBody = false;
    };
    inline static const QByteArray kSilence = "silence";
    inline static const QByteArray kHangUp = "hang up";

    void onReadable(QSslSocket &socket, Talk &talk);
    void obey(QSslSocket &socket, Talk &talk, const QByteArray &line);
    void signIn(QSslSocket &socket, Talk &talk, const QByteArray &credentials);
    // Says it, or what the test wants said at this step; false when that is a no.
    bool answer(QSslSocket &socket, Step step, const QByteArray &usual);

    const Encryption m_encryption;
    bool m_asksForPassword = false;
    QHash<Step, QByteArray> m_answers;
    QList<Letter> m_letters;
    QByteArrayList m_commands;
    int m_connections = 0;
};

} // namespace parterre::testing
