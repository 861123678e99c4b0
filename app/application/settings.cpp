// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <array>

namespace parterre::ui {
namespace {

constexpr QAnyStringView kScheme = "appearance/theme";
constexpr QAnyStringView kLanguage = "appearance/language";
constexpr QAnyStringView kServer = "connection/server";
constexpr QAnyStringView kEmail = "account/email";
constexpr QAnyStringView kStaySignedIn = "account/staySignedIn";
constexpr QAnyStringView kConfirmHold = "questions/hold";
constexpr QAnyStringView kConfirmRelease = "questions/release";
constexpr QAnyStringView kEventOrder = "events/order";
constexpr QAnyStringView kPartySize = "events/partySize";
constexpr QAnyStringView kDoorName = "door/name";
constexpr QAnyStringView kPrinter = "printer/address";
constexpr QAnyStringView kNarrowPaper = "printer/narrow";
constexpr QAnyStringView kOpensDrawer = "printer/drawer";
constexpr QAnyStringView kPrintsSales = "printer/sales";
constexpr QAnyStringView kPrintsReceipt = "printer/receipt";
constexpr QAnyStringView kGeometry = "window/geometry";

constexpr std::array<std::pair<EventSort, QLatin1StringView>, 4> kOrders {{
    {EventSort::Start, QLatin1StringView("start")},
    {EventSort::Name, QLatin1StringView("name")},
    {EventSort::Price, QLatin1StringView("price")},
    {EventSort::Free, QLatin1StringView("free")},
}};

QString fileOrDefault(const QString &file)
{
    if (!file.isEmpty())
        return file;
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + QStringLiteral("/parterre.ini");
}

} // namespace

Settings::Settings(const QString &file) : m_store(fileOrDefault(file), QSettings::IniFormat) {}

Scheme Settings::scheme() const
{
    return schemeFromName(m_store.value(kScheme.toString()).toString()).value_or(Scheme::System);
}
void Settings::setScheme(Scheme scheme) { m_store.setValue(kScheme.toString(), QString(schemeName(scheme))); }

QString Settings::language() const { return m_store.value(kLanguage.toString()).toString(); }
void Settings::setLanguage(const QString &language) { m_store.setValue(kLanguage.toString(), language); }

QString Settings::server() const { return m_store.value(kServer.toString(), QString(kDefaultServer)).toString(); }
void Settings::setServer(const QString &url) { m_store.setValue(kServer.toString(), url); }

QString Settings::email() const { return m_store.value(kEmail.toString()).toString(); }
void Settings::setEmail(const QString &email) { m_store.setValue(kEmail.toString(), email); }

bool Settings::staySignedIn() const { return m_store.value(kStaySignedIn.toString(), false).toBool(); }
void Settings::setStaySignedIn(bool stay) { m_store.setValue(kStaySignedIn.toString(), stay); }

bool Settings::asksBefore(Step step) const
{
    // A hold costs nothing and is undone by a click; giving a seat back may lose it.
    return step == Step::Hold ? m_store.value(kConfirmHold.toString(), false).toBool() : m_store.value(kConfirmRelease.toString(), true).toBool();
}

void Settings::setAsksBefore(Step step, bool ask)
{
    m_store.setValue((step == Step::Hold ? kConfirmHold : kConfirmRelease).toString(), ask);
}

EventSort Settings::eventOrder() const
{
    const QString word = m_store.value(kEventOrder.toString()).toString();
    for (const auto &[order, known] : kOrders) {
        if (known == word)
            return order;
    }
    return EventSort::Start;
}

void Settings::setEventOrder(EventSort order)
{
    for (const auto &[known, word] : kOrders) {
        if (known == order)
            m_store.setValue(kEventOrder.toString(), QString(word));
    }
}

qint32 Settings::partySize() const { return std::clamp(m_store.value(kPartySize.toString(), 0).toInt(), 0, kMaxSeatsCounter); }
void Settings::setPartySize(qint32 size) { m_store.setValue(kPartySize.toString(), size); }

QString Settings::doorName() const { return m_store.value(kDoorName.toString()).toString(); }
void Settings::setDoorName(const QString &name) { m_store.setValue(kDoorName.toString(), name); }

PrinterSetup Settings::printer() const
{
    const PrinterSetup usual;
    return {.address = m_store.value(kPrinter.toString()).toString(),
            .width = m_store.value(kNarrowPaper.toString(), false).toBool() ? RollWidth::Narrow : RollWidth::Wide,
            .opensDrawer = m_store.value(kOpensDrawer.toString(), usual.opensDrawer).toBool(),
            .printsSales = m_store.value(kPrintsSales.toString(), usual.printsSales).toBool(),
            .withReceipt = m_store.value(kPrintsReceipt.toString(), usual.withReceipt).toBool()};
}

void Settings::setPrinter(const PrinterSetup &setup)
{
    m_store.setValue(kPrinter.toString(), setup.address);
    m_store.setValue(kNarrowPaper.toString(), setup.width == RollWidth::Narrow);
    m_store.setValue(kOpensDrawer.toString(), setup.opensDrawer);
    m_store.setValue(kPrintsSales.toString(), setup.printsSales);
    m_store.setValue(kPrintsReceipt.toString(), setup.withReceipt);
}

QByteArray Settings::windowGeometry() const { return m_store.value(kGeometry.toString()).toByteArray(); }
void Settings::setWindowGeometry(const QByteArray &geometry) { m_store.setValue(kGeometry.toString(), geometry); }

} // namespace parterre::ui
