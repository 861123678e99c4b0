// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSpinBox>

#include <chrono>

namespace parterre::ui {

// Minutes and seconds as people write them: "10:00". What is typed without a colon are minutes.
class DurationSpin : public QSpinBox
{
    Q_OBJECT
public:
    DurationSpin(std::chrono::seconds shortest, std::chrono::seconds longest, QWidget *parent = nullptr);

    [[nodiscard]] std::chrono::seconds duration() const { return std::chrono::seconds(value()); }
    void setDuration(std::chrono::seconds duration) { setValue(static_cast<int>(duration.count())); }

protected:
    [[nodiscard]] QString textFromValue(int value) const override;
    [[nodiscard]] int valueFromText(const QString &text) const override;
    [[nodiscard]] QValidator::State validate(QString &text, int &position) const override;
};

} // namespace parterre::ui
