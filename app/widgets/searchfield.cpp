// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/searchfield.h"

#include "app/widgets/icon.h"

#include <QAction>
#include <QKeyEvent>
#include <QTimer>

namespace parterre::ui {
namespace {

constexpr std::chrono::milliseconds kPauseBeforeAsking {250};
constexpr int kMaxSearchLength = 100;

} // namespace

SearchField::SearchField(const QString &placeholder, QWidget *parent) : QLineEdit(parent), m_pause(new QTimer(this))
{
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    setClearButtonEnabled(true);
    setMaxLength(kMaxSearchLength);
    addAction(icon(Glyph::Search, Tone::Muted), QLineEdit::LeadingPosition);
    m_pause->setSingleShot(true);
    m_pause->setInterval(kPauseBeforeAsking);
    connect(m_pause, &QTimer::timeout, this, &SearchField::request);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            request();
        else
            m_pause->start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::request);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
    } else if (event->key() == Qt::Key_Down) {
        request();
        Q_EMIT leaveDownward();
        event->accept();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

void SearchField::request()
{
    m_pause->stop();
    const QString wanted = text().trimmed();
    if (wanted == m_asked)
        return;
    m_asked = wanted;
    Q_EMIT searchRequested(wanted);
}

} // namespace parterre::ui
