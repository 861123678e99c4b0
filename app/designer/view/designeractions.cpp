// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designeractions.h"

#include "app/designer/commands/elementsteps.h"
#include "app/designer/commands/layoutsteps.h"
#include "app/designer/commands/pastesteps.h"
#include "app/designer/commands/seatsteps.h"
#include "app/designer/model/picking.h"
#include "app/designer/model/smoothline.h"
#include "app/designer/view/blockdialog.h"
#include "app/designer/view/designview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace parterre::ui {
namespace {

constexpr double kBeside = 20; // plan units a copy stands from its original

} // namespace

DesignerActions::DesignerActions(DesignDocument &document, DesignView &view, QWidget *parent) : QObject(parent), m_document(document), m_view(view), m_widget(parent)
{
    makeEdit();
    makeArrange();
    connect(&document, &DesignDocument::selectionChanged, this, &DesignerActions::refresh);
    connect(&document.history(), &QUndoStack::indexChanged, this, &DesignerActions::refresh);
    refresh();
}

QAction *DesignerActions::make(const QString &text, const QKeySequence &key, Needs needs, std::function<void()> act)
{
    auto *action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, [this, act = std::move(act)] {
        m_view.cancelTool();
        act();
    });
    m_widget->addAction(action);
    m_needs.append({action, needs});
    return action;
}

void DesignerActions::makeEdit()
{
    QUndoStack &history = m_document.history();
    m_undo = make(tr("&Undo"), QKeySequence::Undo, Needs::Nothing, [&history] { history.undo(); });
    m_redo = make(tr("&Redo"), {}, Needs::Nothing, [&history] { history.redo(); });
    m_redo->setShortcuts({QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))});
    const auto move = [this](PlanPoint by) { return steps::duplicate(m_document.design(), m_document.selection(), by); };
    m_edit = {make(tr("&Block by numbers…"), QKeySequence(QStringLiteral("Ctrl+B")), Needs::Nothing, [this] { openBlock(); }),
              nullptr,
              make(tr("Cu&t"), QKeySequence::Cut, Needs::Elements, [this] {
                  copy();
                  remove();
              }),
              make(tr("&Copy"), QKeySequence::Copy, Needs::Elements, [this] { copy(); }),
              make(tr("&Paste"), QKeySequence::Paste, Needs::Nothing, [this] { paste(); }),
              make(tr("&Duplicate"), QKeySequence(QStringLiteral("Ctrl+D")), Needs::Elements, [this, move] {
                  const qint32 before = m_document.design().lastId();
                  m_document.push(move({kBeside, kBeside}));
                  QSet<ElementId> copies;
                  for (qint32 id = before + 1; id <= m_document.design().lastId(); ++id)
                      copies.insert(static_cast<ElementId>(id));
                  m_document.select(copies);
              }),
              make(tr("Duplicate along a &line"), QKeySequence(QStringLiteral("Ctrl+Shift+D")), Needs::TwoElements, [this] { duplicateAlong(); }),
              make(tr("De&lete"), QKeySequence::Delete, Needs::Anything, [this] { remove(); })};
    m_selecting = {make(tr("Select &all"), QKeySequence::SelectAll, Needs::Nothing, [this] { selectAll(); }),
                   make(tr("Whole &rows"), QKeySequence(QStringLiteral("Ctrl+Shift+A")), Needs::Seats, [this] { m_document.select({}, rowsOf(m_document, m_document.selectedSeats())); })};
}

void DesignerActions::makeArrange()
{
    using steps::Axis;
    using steps::Edge;
    using steps::Reorder;
    const auto reorder = [this](Reorder where) { return [this, where] { m_document.push(steps::reorder(m_document.design(), m_document.selection(), where)); }; };
    const auto align = [this](Edge edge) { return [this, edge] { m_document.push(steps::align(m_document, m_document.selection(), edge)); }; };
    const auto mirror = [this](MirrorAxis axis) { return [this, axis] { m_document.push(steps::mirror(m_document.design(), m_document.selection(), centre(), axis)); }; };
    const auto turn = [this](double degrees) { return [this, degrees] { m_document.push(steps::rotate(m_document.design(), m_document.selection(), centre(), degrees)); }; };
    const auto lock = [this](bool locked) {
        return [this, locked] {
            QSet<ElementId> ids = m_document.selection();
            // What is locked cannot be selected: all of it is unlocked.
            for (const Element &element : m_document.design().elements()) {
                if (!locked && element.locked)
                    ids.insert(element.id);
            }
            m_document.push(steps::setLocked(m_document.design(), ids, locked));
            if (locked)
                m_document.select({});
        };
    };
    m_arrange = {make(tr("Align left"), {}, Needs::TwoElements, align(Edge::Left)),
                 make(tr("Align centres"), {}, Needs::TwoElements, align(Edge::Centre)),
                 make(tr("Align right"), {}, Needs::TwoElements, align(Edge::Right)),
                 make(tr("Align top"), {}, Needs::TwoElements, align(Edge::Top)),
                 make(tr("Align middles"), {}, Needs::TwoElements, align(Edge::Middle)),
                 make(tr("Align bottom"), {}, Needs::TwoElements, align(Edge::Bottom)),
                 nullptr,
                 make(tr("Distribute across"), {}, Needs::ThreeElements, [this] { m_document.push(steps::distribute(m_document, m_document.selection(), Axis::Across)); }),
                 make(tr("Distribute down"), {}, Needs::ThreeElements, [this] { m_document.push(steps::distribute(m_document, m_document.selection(), Axis::Down)); }),
                 make(tr("Equal gaps across"), {}, Needs::ThreeElements, [this] { m_document.push(steps::spaceEvenly(m_document, m_document.selection(), Axis::Across)); }),
                 make(tr("Equal gaps down"), {}, Needs::ThreeElements, [this] { m_document.push(steps::spaceEvenly(m_document, m_document.selection(), Axis::Down)); }),
                 nullptr,
                 make(tr("Mirror left to right"), QKeySequence(QStringLiteral("Ctrl+H")), Needs::Elements, mirror(MirrorAxis::Vertical)),
                 make(tr("Mirror upside down"), QKeySequence(QStringLiteral("Ctrl+Shift+H")), Needs::Elements, mirror(MirrorAxis::Horizontal)),
                 make(tr("Turn right by 15°"), QKeySequence(QStringLiteral("Ctrl+R")), Needs::Elements, turn(15)),
                 make(tr("Turn left by 15°"), QKeySequence(QStringLiteral("Ctrl+Shift+R")), Needs::Elements, turn(-15)),
                 nullptr,
                 make(tr("Bring to front"), QKeySequence(QStringLiteral("Ctrl+Shift+Up")), Needs::Elements, reorder(Reorder::ToFront)),
                 make(tr("Bring forward"), QKeySequence(QStringLiteral("Ctrl+Up")), Needs::Elements, reorder(Reorder::Forward)),
                 make(tr("Send backward"), QKeySequence(QStringLiteral("Ctrl+Down")), Needs::Elements, reorder(Reorder::Backward)),
                 make(tr("Send to back"), QKeySequence(QStringLiteral("Ctrl+Shift+Down")), Needs::Elements, reorder(Reorder::ToBack)),
                 nullptr,
                 make(tr("Lock"), QKeySequence(QStringLiteral("Ctrl+L")), Needs::Elements, lock(true)),
                 make(tr("Unlock everything"), QKeySequence(QStringLiteral("Ctrl+Shift+L")), Needs::Nothing, lock(false))};
}

PlanPoint DesignerActions::centre() const
{
    const QPointF centre = steps::boundsOf(m_document, m_document.selection()).center();
    return {centre.x(), centre.y()};
}

void DesignerActions::copy()
{
    QList<Element> elements;
    for (const Element &element : m_document.design().elements()) {
        if (m_document.selection().contains(element.id))
            elements.append(element);
    }
    auto *data = new QMimeData;
    const QByteArray json = writeElements(m_document.design().house(), elements);
    data->setData(QLatin1StringView(kElementsType), json);
    data->setText(QString::fromUtf8(json));
    QGuiApplication::clipboard()->setMimeData(data);
}

void DesignerActions::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QByteArray json = data->hasFormat(QLatin1StringView(kElementsType)) ? data->data(QLatin1StringView(kElementsType)) : data->text().toUtf8();
    const Result<CopiedElements> copied = readElements(json);
    if (!copied)
        return Q_EMIT pasteFailed();
    const QPointF at = m_view.pastePoint();
    const qint32 before = m_document.design().lastId();
    m_document.push(steps::paste(m_document.design(), *copied, {at.x(), at.y()}, m_view.options().level));
    QSet<ElementId> pasted;
    for (qint32 id = before + 1; id <= m_document.design().lastId(); ++id)
        pasted.insert(static_cast<ElementId>(id));
    m_document.select(pasted);
}

void DesignerActions::remove()
{
    if (!m_document.selectedSeats().isEmpty()) {
        m_document.push(steps::setMissing(m_document.design(), m_document.selectedSeats(), true));
        m_document.select({});
    } else {
        m_document.push(steps::remove(m_document.design(), m_document.selection()));
    }
}

void DesignerActions::selectAll()
{
    QSet<ElementId> all;
    for (const Element &element : m_document.design().elements()) {
        if (element.level == m_view.options().level && !element.locked)
            all.insert(element.id);
    }
    m_document.select(all);
}

// The topmost curve or aisle among what is selected is the line, the rest is repeated along it.
void DesignerActions::duplicateAlong()
{
    const Element *line = nullptr;
    QList<PlanPoint> points;
    for (const Element &element : m_document.design().elements()) {
        if (!m_document.selection().contains(element.id))
            continue;
        if (const auto *curve = std::get_if<CurveBody>(&element.body))
            points = curve->points;
        else if (const auto *aisle = std::get_if<AisleBody>(&element.body))
            points = aisle->points;
        else
            continue;
        line = &element;
    }
    if (!line)
        return;
    for (PlanPoint &point : points)
        point = placed(*line, point);
    QSet<ElementId> ids = m_document.selection();
    ids.remove(line->id);
    const double width = std::max(steps::boundsOf(m_document, ids).width(), 1.0);
    const auto copies = std::clamp<qsizetype>(static_cast<qsizetype>(lengthOf(smoothLine(points)) / (width * 1.2)), 1, 200);
    m_document.push(steps::duplicateAlong(m_document.design(), ids, smoothLine(points), copies, true));
}

void DesignerActions::openBlock()
{
    auto *dialog = new BlockDialog(m_document, m_view.options(), m_view.toPlan(m_view.viewport()->rect().center()), m_widget);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void DesignerActions::refresh()
{
    const auto elements = m_document.selection().size();
    for (const auto &[action, needs] : std::as_const(m_needs)) {
        switch (needs) {
        case Needs::Nothing: break;
        case Needs::Seats: action->setEnabled(!m_document.selectedSeats().isEmpty()); break;
        case Needs::Elements: action->setEnabled(elements > 0); break;
        case Needs::TwoElements: action->setEnabled(elements > 1); break;
        case Needs::ThreeElements: action->setEnabled(elements > 2); break;
        case Needs::Anything: action->setEnabled(elements > 0 || !m_document.selectedSeats().isEmpty()); break;
        }
    }
    m_undo->setEnabled(m_document.history().canUndo());
    m_redo->setEnabled(m_document.history().canRedo());
    m_undo->setToolTip(m_document.history().canUndo() ? tr("Undo: %1").arg(m_document.history().undoText()) : tr("Undo"));
    m_redo->setToolTip(m_document.history().canRedo() ? tr("Redo: %1").arg(m_document.history().redoText()) : tr("Redo"));
}

} // namespace parterre::ui
