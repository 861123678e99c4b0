// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screens/notespanel.h"

#include "app/widgets/buttons.h"
#include "app/widgets/formats.h"
#include "app/widgets/formfield.h"
#include "app/widgets/plaintext.h"
#include "app/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

namespace parterre::ui {

NotesPanel::NotesPanel(ContactDesk &desk, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_notes(new QVBoxLayout), m_text(new QLineEdit), m_field(new FormField(tr("Ne&w note"), m_text)), m_add(makeButton(tr("Write it down")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kStep);
    column->addWidget(new TextLabel(tr("Notes"), TextScale::Heading));
    m_notes->setSpacing(kStep);
    column->addLayout(m_notes);
    auto *row = new QHBoxLayout;
    row->setSpacing(kStep);
    row->addWidget(m_field, 1);
    row->addWidget(m_add, 0, Qt::AlignBottom);
    column->addLayout(row);
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setMaxLength(NoteLimits::kTextLength);
    m_add->setObjectName(QStringLiteral("addNote"));
    connect(m_text, &QLineEdit::textChanged, this, &NotesPanel::sync);
    connect(m_text, &QLineEdit::textEdited, this, [this] { m_field->setError({}); });
    connect(m_text, &QLineEdit::returnPressed, this, &NotesPanel::add);
    connect(m_add, &QPushButton::clicked, this, &NotesPanel::add);
    connect(&desk, &ContactDesk::notesChanged, this, &NotesPanel::showNotes);
    connect(&desk, &ContactDesk::notingChanged, this, &NotesPanel::sync);
    connect(&desk, &ContactDesk::noted, m_text, &QLineEdit::clear);
    showNotes();
    sync();
}

void NotesPanel::showNotes()
{
    const BookingId of = m_desk.booking() ? m_desk.booking()->id : BookingId();
    if (std::exchange(m_of, of) != of)
        m_text->clear();
    while (QLayoutItem *item = m_notes->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QString here = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    for (const BookingNote &note : m_desk.notes()) {
        m_notes->addWidget((new TextLabel(note.text))->wrapped());
        const QString who = QStringLiteral("%1  ·  %2").arg(isolated(note.author), isolated(formatDateTime(note.at, here, locale())));
        m_notes->addWidget((new TextLabel(inReadingOrder(who), TextScale::Caption, Tone::Muted))->wrapped());
    }
    setVisible(m_desk.mayNote());
}

void NotesPanel::sync()
{
    m_text->setReadOnly(m_desk.isNoting());
    m_add->setEnabled(!m_desk.isNoting() && !m_text->text().trimmed().isEmpty());
}

void NotesPanel::add()
{
    const QString fault = cardNumberFault(m_text->text());
    m_field->setError(fault);
    if (fault.isEmpty())
        m_desk.addNote(m_text->text());
}

} // namespace parterre::ui
