// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smtpdouble.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QSslKey>

#include <memory>

namespace parterre::testing {

using namespace Qt::StringLiterals;

namespace {

const QString kTlsFolder = QStringLiteral(PARTERRE_TEST_DATA "/tls/");

QSslKey serverKey()
{
    QFile file(kTlsFolder + u"key.pem"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("the key of the mail server cannot be read");
    const QByteArray pem = file.readAll();
    const QSslKey key(pem, QSsl::Ec);
    return key.isNull() ? QSslKey(pem, QSsl::Rsa) : key;
}

// "<ada@example.org>" of "MAIL FROM:<ada@example.org> SIZE=7".
QByteArray pathOf(const QByteArray &line)
{
    const qsizetype open = line.indexOf('<');
    return line.mid(open + 1, line.indexOf('>', open) - open - 1);
}

constexpr const char *kReader = R"(
import base64, email, email.policy, json, sys
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.SMTP)
print(json.dumps({
    "headers": {name.lower(): str(value) for name, value in message.items()},
    "defects": [str(defect) for part in message.walk() for defect in part.defects],
    "text": message.get_body(("plain",)).get_content(),
    "attachments": [{"name": part.get_filename(), "type": part.get_content_type(), "base64": base64.b64encode(part.get_content()).decode()}
                    for part in message.iter_attachments()]}))
)";

} // namespace

SmtpDouble::SmtpDouble(Encryption encryption) : m_encryption(encryption)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no port for the mail server");
}

QString SmtpDouble::certificate()
{
    return kTlsFolder + u"certificate.pem"_s;
}

void SmtpDouble::incomingConnection(qintptr descriptor)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const auto talk = std::make_shared<Talk>();
    connect(socket, &QSslSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QSslSocket::readyRead, this, [this, socket, talk] { onReadable(*socket, *talk); });
    const auto greet = [this, socket] { answer(*socket, Step::Greeting, "220 double.example ready"); };
    if (m_encryption == Encryption::None)
        return greet();
    socket->setLocalCertificate(certificate());
    socket->setPrivateKey(serverKey());
    if (m_encryption == Encryption::StartTls)
        return greet();
    connect(socket, &QSslSocket::encrypted, this, greet);
    socket->startServerEncryption();
}

void SmtpDouble::onReadable(QSslSocket &socket, Talk &talk)
{
    talk.received += socket.readAll();
    for (;;) {
        const qsizetype end = talk.received.indexOf("\r\n");
        if (end < 0)
            return;
        const QByteArray line = talk.received.left(end);
        talk.received.remove(0, end + 2);
        if (!talk.inBody) {
            m_commands.append(line);
            obey(socket, talk, line);
        } else if (line == ".") {
            talk.inBody = false;
            talk.letter.wasEncrypted = socket.isEncrypted();
            if (answer(socket, Step::Body, "250 taken"))
                m_letters.append(talk.letter);
        } else {
            talk.letter.data += (line.startsWith('.') ? line.mid(1) : line) + "\r\n";
        }
    }
}

void SmtpDouble::obey(QSslSocket &socket, Talk &talk, const QByteArray &line)
{
    const QByteArray verb = line.split(' ').constFirst().toUpper();
    if (std::exchange(talk.isSigningIn, false))
        return signIn(socket, talk, line);
    if (verb == "EHLO") {
        QByteArray can = "250-double.example\r\n";
        if (m_encryption == Encryption::StartTls && !socket.isEncrypted())
            can += "250-STARTTLS\r\n";
        if (m_asksForPassword)
            can += "250-AUTH PLAIN\r\n";
        answer(socket, Step::Ehlo, can + "250 SIZE 20000000");
    } else if (verb == "STARTTLS" && m_encryption == Encryption::StartTls) {
        if (answer(socket, Step::StartTls, "220 go ahead"))
            socket.startServerEncryption();
    } else if (verb == "AUTH" && m_asksForPassword) {
        const QByteArrayList words = line.split(' ');
        if (words.size() > 2)
            return signIn(socket, talk, words.at(2));
        talk.isSigningIn = true;
        socket.write("334 \r\n");
    } else if (verb == "MAIL") {
        if (m_asksForPassword && talk.letter.signedInAs.isEmpty())
            socket.write("530 5.7.0 authentication required\r\n");
        else if (answer(socket, Step::Mail, "250 ok"))
            talk.letter.from = pathOf(line);
    } else if (verb == "RCPT") {
        if (answer(socket, Step::Rcpt, "250 ok"))
            talk.letter.to.append(pathOf(line));
    } else if (verb == "DATA") {
        talk.inBody = answer(socket, Step::Data, "354 go on");
    } else if (verb == "QUIT") {
        socket.write("221 bye\r\n");
        socket.disconnectFromHost();
    } else {
        socket.write("502 no such command\r\n");
    }
}

void SmtpDouble::signIn(QSslSocket &socket, Talk &talk, const QByteArray &credentials)
{
    const QByteArrayList words = QByteArray::fromBase64(credentials).split('\0');
    if (words.size() != 3 || words.at(1) != user() || words.at(2) != password())
        socket.write("535 5.7.8 wrong password\r\n");
    else if (answer(socket, Step::Auth, "235 welcome"))
        talk.letter.signedInAs = words.at(1);
}

bool SmtpDouble::answer(QSslSocket &socket, Step step, const QByteArray &usual)
{
    const QByteArray said = m_answers.value(step, usual);
    if (said == kHangUp)
        socket.abort();
    else if (said != kSilence)
        socket.write(said + "\r\n");
    return said == usual;
}

QJsonObject SmtpDouble::read(const Letter &letter)
{
    QProcess reader;
    reader.start(u"/usr/bin/python3"_s, {u"-c"_s, QString::fromLatin1(kReader)});
    reader.write(letter.data);
    reader.closeWriteChannel();
    reader.waitForFinished();
    if (const QByteArray complaint = reader.readAllStandardError(); !complaint.isEmpty())
        qWarning("%s", complaint.constData());
    return QJsonDocument::fromJson(reader.readAllStandardOutput()).object();
}

} // namespace parterre::testing
