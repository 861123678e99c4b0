// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/model/designdocument.h"

#include "shared/core/inparallel.h"

namespace parterre {

// A step in the history. It holds values only and finds the document it was made for.
class DesignCommand final : public QUndoCommand
{
public:
    DesignCommand(DesignDocument &document, const DesignStep &step, bool done)
        : QUndoCommand(step.text), m_document(document), m_edit(step.edit), m_mergeKey(step.mergeKey), m_done(done)
    {
    }

    void redo() override
    {
        m_document.cancelPreview();
        if (!std::exchange(m_done, false))
            m_document.apply(m_edit);
        Q_EMIT m_document.stepped(m_edit);
    }

    void undo() override
    {
        m_document.cancelPreview();
        const DesignEdit back = m_edit.reversed();
        m_document.apply(back);
        Q_EMIT m_document.stepped(back);
    }

    [[nodiscard]] int id() const override { return m_mergeKey.isEmpty() ? -1 : 1; }

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *next = static_cast<const DesignCommand *>(other);
        if (next->m_mergeKey != m_mergeKey)
            return false;
        const std::optional<DesignEdit> both = merged(m_edit, next->m_edit);
        if (!both)
            return false;
        m_edit = *both;
        setObsolete(m_edit.isEmpty());
        return true;
    }

private:
    DesignDocument &m_document;
    DesignEdit m_edit;
    QString m_mergeKey;
    bool m_done; // by a preview, before it came into the history
};

namespace {

DesignChange changeOf(const DesignEdit &edit)
{
    DesignChange change {.house = edit.house.has_value()};
    for (const ElementChange &step : edit.elements) {
        change.elements.append(step.id());
        change.order = change.order || step.from || step.to;
    }
    // Pieces have categories by position and names of sections in them.
    change.all = edit.house && (edit.house->first.categories != edit.house->second.categories || edit.house->first.sections != edit.house->second.sections);
    return change;
}

} // namespace

DesignDocument::DesignDocument(QObject *parent) : QObject(parent) {}

void DesignDocument::reset(Design design)
{
    m_preview.reset();
    m_base.reset();
    m_design = std::move(design);
    m_selection.clear();
    m_seats.clear();
    refreshAll();
    m_history.clear();
    Q_EMIT wasReset();
    Q_EMIT selectionChanged();
}

const DesignPiece &DesignDocument::piece(ElementId id) const
{
    static const DesignPiece none;
    const auto found = m_pieces.constFind(id);
    return found != m_pieces.cend() ? *found : none;
}

QList<DesignPiece> DesignDocument::pieces() const
{
    QList<DesignPiece> all;
    all.reserve(m_design.elements().size());
    for (const Element &element : m_design.elements())
        all.append(piece(element.id));
    return all;
}

void DesignDocument::push(const DesignStep &step)
{
    commitPreview();
    if (!step.edit.isEmpty())
        m_history.push(new DesignCommand(*this, step, false));
}

void DesignDocument::preview(const DesignStep &step)
{
    if (!m_preview)
        m_base = m_design;
    const DesignEdit back = m_preview ? m_preview->edit.reversed() : DesignEdit {};
    m_preview = step;
    if (const std::optional<DesignEdit> difference = merged(back, step.edit))
        return apply(*difference);
    apply(back);
    apply(step.edit);
}

void DesignDocument::commitPreview()
{
    const std::optional<DesignStep> step = std::exchange(m_preview, {});
    m_base.reset();
    if (!step || step->edit.isEmpty())
        return;
    m_history.push(new DesignCommand(*this, *step, true));
    Q_EMIT changed(changeOf(step->edit)); // for those who wait until nothing is dragged
}

void DesignDocument::cancelPreview()
{
    m_base.reset();
    if (const std::optional<DesignStep> step = std::exchange(m_preview, {}))
        apply(step->edit.reversed());
}

void DesignDocument::select(QSet<ElementId> elements, QSet<SeatRef> seats)
{
    if (elements == m_selection && seats == m_seats)
        return;
    m_selection = std::move(elements);
    m_seats = std::move(seats);
    Q_EMIT selectionChanged();
}

void DesignDocument::apply(const DesignEdit &edit)
{
    m_design.apply(edit);
    const DesignChange change = changeOf(edit);
    bool gone = false;
    QList<const Element *> renewed;
    for (const ElementChange &step : edit.elements) {
        if (!step.after) {
            m_pieces.remove(step.id());
            gone = m_selection.remove(step.id()) || gone;
        } else if (!change.all) {
            renewed.append(&*step.after);
        }
    }
    if (change.all)
        refreshAll();
    else
        makePieces(renewed);
    if (!m_seats.isEmpty())
        gone = m_seats.removeIf([this](const SeatRef &seat) { return !m_design.find(seat.element); }) > 0 || gone;
    Q_EMIT changed(change);
    if (gone)
        Q_EMIT selectionChanged();
}

void DesignDocument::refreshAll()
{
    QList<const Element *> all;
    all.reserve(m_design.elements().size());
    for (const Element &element : m_design.elements())
        all.append(&element);
    m_pieces.clear();
    m_pieces.reserve(all.size());
    makePieces(all);
}

// On all cores, which also throw away what was there before.
void DesignDocument::makePieces(const QList<const Element *> &elements)
{
    for (const Element *element : elements) {
        if (!m_pieces.contains(element->id))
            m_pieces.insert(element->id, {});
    }
    // Nothing comes or goes from here on, so that each piece stays where it is.
    QList<DesignPiece *> places;
    places.reserve(elements.size());
    for (const Element *element : elements)
        places.append(&m_pieces[element->id]);
    DesignPiece *const *place = places.constData();
    inParallel(elements.size(), kPiecesAtATime, [&](qsizetype i) { *place[i] = pieceOf(*elements[i], m_design.house()); });
}

} // namespace parterre
