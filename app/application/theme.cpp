// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"

#include "app/application/parterrestyle.h"
#include "app/widgets/icon.h"

#include <QApplication>
#include <QToolTip>

#include <array>
#include <utility>

namespace parterre::ui {
namespace {

constexpr std::array<std::pair<Scheme, QLatin1StringView>, 4> kNames {{
    {Scheme::System, QLatin1StringView("system")},
    {Scheme::Light, QLatin1StringView("light")},
    {Scheme::Dark, QLatin1StringView("dark")},
    {Scheme::HighContrast, QLatin1StringView("high-contrast")},
}};

} // namespace

QLatin1StringView schemeName(Scheme scheme)
{
    for (const auto &[known, name] : kNames) {
        if (known == scheme)
            return name;
    }
    return kNames.front().second;
}

std::optional<Scheme> schemeFromName(QStringView name)
{
    for (const auto &[scheme, known] : kNames) {
        if (known == name)
            return scheme;
    }
    return std::nullopt;
}

Theme::Theme(QApplication &application)
    : m_application(application), m_systemDark(QApplication::palette().color(QPalette::Window).lightness() < 128)
{
    QApplication::setStyle(new ParterreStyle);
    QApplication::setWindowIcon(applicationIcon());
    apply(Scheme::System);
}

void Theme::apply(Scheme scheme)
{
    m_scheme = scheme;
    const QPalette palette = paletteFor(scheme == Scheme::HighContrast ? highContrastTones() : dark() ? darkTones() : lightTones());
    m_application.setPalette(palette);
    QToolTip::setPalette(palette);
}

bool Theme::dark() const
{
    return m_scheme == Scheme::Dark || m_scheme == Scheme::HighContrast || (m_scheme == Scheme::System && m_systemDark);
}

} // namespace parterre::ui
