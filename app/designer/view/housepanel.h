// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/designer/model/designdocument.h"

#include <QScrollArea>

class QDoubleSpinBox;
class QLineEdit;
class QListWidget;
class QSlider;

namespace parterre::ui {

// What the house has besides its seats: sections, levels, size, and the picture that is traced over.
class HousePanel : public QScrollArea
{
    Q_OBJECT

public:
    // The document outlives the panel.
    explicit HousePanel(DesignDocument &document, QWidget *parent = nullptr);

    [[nodiscard]] SectionId section() const;
    [[nodiscard]] LevelId level() const;
    void setLevel(LevelId level);

Q_SIGNALS:
    void sectionChosen(parterre::SectionId section);
    void levelChosen(parterre::LevelId level);
    void pictureRequested();
    // A line is to be measured whose length is known.
    void calibrationRequested();

private:
    QWidget *buildSections();
    QWidget *buildLevels();
    QWidget *buildSize();
    QWidget *buildPicture();
    void refresh();
    void fillSections();
    void fillLevels();
    void changePicture(const std::function<void(Background &)> &change, const QString &mergeKey);

    DesignDocument &m_document;
    QListWidget *m_sections;
    QLineEdit *m_sectionName;
    QListWidget *m_levels;
    QLineEdit *m_levelName;
    QDoubleSpinBox *m_offsetX;
    QDoubleSpinBox *m_offsetY;
    QDoubleSpinBox *m_width;
    QDoubleSpinBox *m_height;
    QSlider *m_opacity;
    QWidget *m_pictureControls;
    bool m_showing = false;
};

} // namespace parterre::ui
