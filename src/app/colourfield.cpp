// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/colourfield.h"

#include "app/dialogparts.h"
#include "style/contrast.h"
#include "style/pagecolours.h"
#include "style/palette.h"

#include <QButtonGroup>
#include <QColorDialog>
#include <QHBoxLayout>
#include <QPainter>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int swatchSide = 8 * Metrics::step;
constexpr int discSide = 5 * Metrics::step;

/// A disc of a colour; chosen, it has a ring around it and a dot in it.
class Swatch : public QRadioButton // so to a screen reader, too
{
public:
    explicit Swatch(QWidget *parent) : QRadioButton(parent) { setFixedSize(swatchSide, swatchSide); }

    /// `value` is the colour as the setting has it.
    void setColour(const QColor &colour, const QString &value, const QString &name)
    {
        m_colour = colour;
        m_value = value;
        setAccessibleName(name);
        setToolTip(name);
        update();
    }
    [[nodiscard]] const QString &value() const { return m_value; }

protected:
    bool hitButton(const QPoint &place) const override { return rect().contains(place); }
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QRectF disc(0, 0, discSide, discSide);
        disc.moveCenter(QRectF(rect()).center());
        const bool isSeen = contrast(m_colour, palette().color(QPalette::Window)) >= 3;
        painter.setPen(isSeen ? QPen(Qt::NoPen) : QPen(palette().color(QPalette::PlaceholderText), 1));
        painter.setBrush(m_colour);
        painter.drawEllipse(disc);
        painter.setPen(Qt::NoPen);
        const auto grown = [&disc](double by) { return disc.adjusted(-by, -by, by, by); };
        if (isChecked()) {
            painter.setBrush(contrast(m_colour, Qt::white) >= contrast(m_colour, Qt::black) ? Qt::white : Qt::black);
            painter.drawEllipse(grown(-7));
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::WindowText), 1.5));
            painter.drawEllipse(grown(3));
        }
        if (hasFocus()) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(palette().color(QPalette::Accent), 1.5));
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), Metrics::corner, Metrics::corner);
        }
    }

private:
    QColor m_colour;
    QString m_value;
};

/// Words in the colour, as it is on the light and on the dark page.
class PageSample : public QWidget
{
public:
    PageSample(const QString &words, QWidget *parent) : QWidget(parent), m_words(words)
    {
        setFixedHeight(9 * Metrics::step);
    }

    void setColour(const QColor &colour) // invalid: ours
    {
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont font = interfaceFont(interfaceType().normal);
        font.setUnderline(true);
        painter.setFont(font);
        const QSizeF size((width() - 2 * Metrics::step) / 2.0, height());
        QRectF page(QPointF(), size);
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Palette colours = pagePalette(scheme, m_colour);
            painter.setPen(QPen(colours.pageEdge, Metrics::hairline));
            painter.setBrush(colours.page);
            painter.drawRoundedRect(page.adjusted(.5, .5, -.5, -.5), Metrics::corner, Metrics::corner);
            painter.setPen(colours.green);
            painter.drawText(page, Qt::AlignCenter, m_words);
            page.moveLeft(size.width() + 2 * Metrics::step);
        }
    }

private:
    QString m_words;
    QColor m_colour;
};

QString colourName(PageColour::Name name)
{
    switch (name) {
    case PageColour::Name::Blue:
        return ColourField::tr("Blue");
    case PageColour::Name::Indigo:
        return ColourField::tr("Indigo");
    case PageColour::Name::Purple:
        return ColourField::tr("Purple");
    case PageColour::Name::Plum:
        return ColourField::tr("Plum");
    case PageColour::Name::Red:
        return ColourField::tr("Red");
    case PageColour::Name::Brown:
        return ColourField::tr("Brown");
    case PageColour::Name::Olive:
        return ColourField::tr("Olive");
    case PageColour::Name::Petrol:
        return ColourField::tr("Petrol");
    case PageColour::Name::Slate:
        return ColourField::tr("Slate");
    }
    return {};
}

} // namespace

ColourField::ColourField(QWidget *parent)
    : QWidget(parent)
    , m_swatches(new QButtonGroup(this))
    , m_row(new QWidget(this))
    , m_sample(new PageSample(tr("Continue reading"), this))
{
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins({});
    row->setSpacing(0);
    addSwatch(Weeknotes::palette(Scheme::Light).green, {}, tr("Green, as in Weeknotes"));
    for (const PageColour &each : pageColours())
        addSwatch(each.colour, each.colour.name(), colourName(each.name));
    m_own = addSwatch({}, u"none yet"_s, {});
    m_own->hide();
    QPushButton *another = plainButton(tr("An&other…"), m_row);
    another->setAccessibleName(tr("Another colour"));
    row->addSpacing(2 * Metrics::step);
    row->addWidget(another);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * Metrics::step);
    column->addWidget(m_row);
    column->addWidget(m_sample);
    setFocusProxy(m_swatches->buttons().constFirst());
    connect(another, &QPushButton::clicked, this, &ColourField::askForAnother);
    connect(m_swatches, &QButtonGroup::buttonClicked, this, [this](QAbstractButton *button) {
        const QString value = static_cast<Swatch *>(button)->value();
        setValue(value);
        Q_EMIT chosen(value);
    });
}

QAbstractButton *ColourField::addSwatch(const QColor &colour, const QString &value, const QString &name)
{
    auto *swatch = new Swatch(m_row);
    swatch->setColour(colour, value, name);
    m_swatches->addButton(swatch);
    m_row->layout()->addWidget(swatch);
    return swatch;
}

void ColourField::setValue(const QString &value)
{
    m_value = value;
    static_cast<PageSample *>(m_sample)->setColour(QColor(value));
    const auto swatchOf = [this](const QString &wanted) -> QAbstractButton * {
        for (QAbstractButton *each : m_swatches->buttons()) {
            if (static_cast<Swatch *>(each)->value() == wanted)
                return each;
        }
        return nullptr;
    };
    if (!swatchOf(value)) {
        static_cast<Swatch *>(m_own)->setColour(QColor(value), value, tr("Your own, %1").arg(value));
        m_own->show();
    }
    QAbstractButton *swatch = swatchOf(value);
    swatch->setChecked(true);
    setFocusProxy(swatch);
}

void ColourField::askForAnother()
{
    auto *dialog =
        new QColorDialog(m_value.isEmpty() ? Weeknotes::palette(Scheme::Light).green : QColor(m_value), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("The colour of pages"));
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &colour) {
        setValue(colour.name());
        Q_EMIT chosen(colour.name());
    });
    dialog->open();
}

} // namespace Weeknotes
