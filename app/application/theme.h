// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <optional>

class QApplication;

namespace parterre::ui {

enum class Scheme { System, Light, Dark, HighContrast };

[[nodiscard]] QLatin1StringView schemeName(Scheme scheme); // "system", "light", "dark", "high-contrast"
[[nodiscard]] std::optional<Scheme> schemeFromName(QStringView name);

// Dresses the application: style once, palette on every change. Every widget repaints by itself.
class Theme
{
public:
    // Remembers whether the desktop is dark, so it has to be made before anything else sets a palette.
    explicit Theme(QApplication &application);

    void apply(Scheme scheme);
    [[nodiscard]] Scheme scheme() const { return m_scheme; }
    [[nodiscard]] bool dark() const;

private:
    QApplication &m_application;
    bool m_systemDark;
    Scheme m_scheme = Scheme::System;
};

} // namespace parterre::ui
