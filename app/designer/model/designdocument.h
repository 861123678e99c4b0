// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designpiece.h"

#include <QObject>
#include <QSet>
#include <QUndoStack>

namespace parterre {

// What a change of the document touched.
struct DesignChange {
    QList<ElementId> elements = {};  // changed, new or gone
    bool order = false;              // elements came, went or changed places
    bool house = false;              // anything of DesignHouse
    bool all = false;                // the pieces of all elements
};

// A named edit, ready to be pushed. Two edits with the same merge key, one after the other, become one step.
struct DesignStep {
    QString text = {};               // for the history, translated
    DesignEdit edit = {};
    QString mergeKey = {};           // empty: stays by itself
};

// The design that is being drawn, with its history and selection. Pieces of all elements are kept up to date with every
// change, also while something is dragged. GUI thread only.
class DesignDocument final : public QObject
{
    Q_OBJECT

public:
    explicit DesignDocument(QObject *parent = nullptr);

    // Another design; history and selection are empty then.
    void reset(Design design);
    [[nodiscard]] const Design &design() const { return m_design; }
    [[nodiscard]] const DesignPiece &piece(ElementId id) const;
    // The pieces in the order of the elements.
    [[nodiscard]] QList<DesignPiece> pieces() const;

    // Does the step, which was made for the design that is shown: a drag under way is done before it. An empty one is
    // dropped. Undoing gives up what is dragged.
    void push(const DesignStep &step);
    // A drag: what is shown, and is no step before commit(). Every preview starts from what was there before the first.
    void preview(const DesignStep &step);
    [[nodiscard]] bool isPreviewing() const { return m_preview.has_value(); }
    // The design that previews start from.
    [[nodiscard]] const Design &base() const { return m_base ? *m_base : m_design; }
    void commitPreview();
    void cancelPreview();

    // For views and actions; steps are pushed by push() alone.
    [[nodiscard]] QUndoStack &history() { return m_history; }
    [[nodiscard]] const QUndoStack &history() const { return m_history; }

    [[nodiscard]] const QSet<ElementId> &selection() const { return m_selection; }
    // Seats within elements, for painting and attributes; empty where whole elements are meant.
    [[nodiscard]] const QSet<SeatRef> &selectedSeats() const { return m_seats; }
    void select(QSet<ElementId> elements, QSet<SeatRef> seats = {});

Q_SIGNALS:
    // Also when what was dragged has become a step.
    void changed(const parterre::DesignChange &change);
    void selectionChanged();
    void wasReset();
    // A step was done, undone or redone, as `edit` says: what a journal writes down.
    void stepped(const parterre::DesignEdit &edit);

private:
    friend class DesignCommand;

    void apply(const DesignEdit &edit);
    void refreshAll();
    void makePieces(const QList<const Element *> &elements);

    Design m_design;
    QHash<ElementId, DesignPiece> m_pieces;
    QUndoStack m_history;
    std::optional<DesignStep> m_preview;
    std::optional<Design> m_base; // before the preview
    QSet<ElementId> m_selection;
    QSet<SeatRef> m_seats;
};

} // namespace parterre
