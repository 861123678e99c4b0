// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/designer/view/designscene.h"

#include "app/designer/view/backgrounditem.h"
#include "app/designer/view/elementitem.h"

namespace parterre {

namespace {

constexpr double kFaint = 0.25;

} // namespace

DesignScene::DesignScene(const DesignDocument &document, QObject *parent) : QGraphicsScene(parent), m_document(document), m_background(new BackgroundItem)
{
    // Hit tests are the document's; a tree of items would only be kept up to date in vain while they are dragged.
    setItemIndexMethod(NoIndex);
    addItem(m_background);
    connect(&document, &DesignDocument::changed, this, &DesignScene::onChanged);
    connect(&document, &DesignDocument::wasReset, this, &DesignScene::rebuild);
    rebuild();
}

DesignScene::~DesignScene()
{
    clear(); // items use the painter
}

void DesignScene::setTheme(const SeatMapTheme &theme)
{
    m_painter.setTheme(theme);
    update();
}

void DesignScene::setLevel(LevelId level)
{
    m_level = level;
    for (const Element &element : m_document.design().elements())
        m_items.value(element.id)->setOpacity(element.level == m_level ? 1 : kFaint);
}

QRectF DesignScene::content() const
{
    const PlanPoint size = m_document.design().house().size;
    QRectF all(0, 0, size.x, size.y);
    for (const Element &element : m_document.design().elements())
        all |= m_document.piece(element.id).bounds;
    return all;
}

void DesignScene::onChanged(const DesignChange &change)
{
    if (change.house)
        followHouse();
    for (const ElementId id : change.elements) {
        const Element *element = m_document.design().find(id);
        if (element)
            refresh(*element);
        else
            delete m_items.take(id);
    }
    const QList<Element> &elements = m_document.design().elements();
    for (qsizetype i = 0; change.order && i < elements.size(); ++i)
        m_items.value(elements[i].id)->setOrder(i);
    for (qsizetype i = 0; change.all && i < elements.size(); ++i)
        refresh(elements[i]);
}

void DesignScene::refresh(const Element &element)
{
    ElementItem *&item = m_items[element.id];
    if (!item) {
        item = new ElementItem(m_painter);
        addItem(item);
    }
    item->setPiece(m_document.piece(element.id));
    item->setOrder(m_document.design().positionOf(element.id));
    item->setOpacity(element.level == m_level ? 1 : kFaint);
}

void DesignScene::rebuild()
{
    for (ElementItem *item : std::as_const(m_items))
        delete item;
    m_items.clear();
    followHouse();
    for (const Element &element : m_document.design().elements())
        refresh(element);
}

void DesignScene::followHouse()
{
    m_painter.setCategories(m_document.design().house().categories);
    m_background->setBackground(m_document.design().house().background);
}

} // namespace parterre
