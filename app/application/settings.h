// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application/theme.h"
#include "app/screens/askpreferences.h"
#include "app/screens/doorpreferences.h"
#include "app/screens/listpreferences.h"
#include "app/screens/printerpreferences.h"

#include <QByteArray>
#include <QSettings>

namespace parterre::ui {

// What this computer remembers between runs. Never a password or a token: those belong in the desktop's key store.
class Settings : public AskPreferences, public ListPreferences, public DoorPreferences, public PrinterPreferences
{
public:
    // The user's own settings file, or the given INI file.
    explicit Settings(const QString &file = {});

    [[nodiscard]] Scheme scheme() const;
    void setScheme(Scheme scheme);
    // BCP 47; empty: the desktop's.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] QString server() const;
    void setServer(const QString &url);
    [[nodiscard]] QString email() const;
    void setEmail(const QString &email);
    [[nodiscard]] bool staySignedIn() const;
    void setStaySignedIn(bool stay);
    [[nodiscard]] bool asksBefore(Step step) const override;
    void setAsksBefore(Step step, bool ask) override;
    [[nodiscard]] EventSort eventOrder() const override;
    void setEventOrder(EventSort order) override;
    [[nodiscard]] qint32 partySize() const override;
    void setPartySize(qint32 size) override;
    [[nodiscard]] QString doorName() const override;
    void setDoorName(const QString &name) override;
    [[nodiscard]] PrinterSetup printer() const override;
    void setPrinter(const PrinterSetup &setup) override;
    [[nodiscard]] QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);

private:
    QSettings m_store;
};

inline constexpr QLatin1StringView kDefaultServer {"ws://127.0.0.1:7717"};

} // namespace parterre::ui
