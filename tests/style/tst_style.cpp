// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/contrast.h"
#include "style/pagecolours.h"
#include "style/palette.h"
#include "style/qtstyle.h"
#include "style/template.h"
#include "style/typography.h"

#include <QFile>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

struct Pair
{
    const char *name;
    QColor text;
    QColor ground;
};

/// Every text and ground that palette.h promises to be legible.
std::vector<Pair> pairs(const Palette &p)
{
    std::vector<Pair> all{
        {"green on wash", p.green, p.greenWash},
        {"primary button", p.onGreen, p.green},
        {"primary button hovered", p.onGreen, p.greenHover},
        {"primary button pressed", p.onGreen, p.greenPressed},
        {"attention on wash", p.attention, p.attentionWash},
        {"tool tip", p.paper, p.ink},
    };
    for (const QColor &ground : {p.paper, p.side, p.page, p.control, p.hover, p.pressed, p.selectedRow, p.greenWash,
                                 p.attentionWash, p.selection, p.match, p.code, p.inlineCode})
        all.push_back({"ink", p.ink, ground});
    for (const QColor &ground : {p.paper, p.side, p.page, p.control, p.hover, p.selectedRow, p.code, p.match})
        all.push_back({"second ink", p.secondInk, ground});
    for (const QColor &ground : {p.paper, p.side, p.page, p.control, p.hover, p.selectedRow})
        all.push_back({"green", p.green, ground});
    for (const QColor &ground : {p.paper, p.side, p.page, p.selectedRow})
        all.push_back({"attention", p.attention, ground});
    for (const QColor &token : p.tokens) {
        for (const QColor &ground : {p.paper, p.page, p.code, p.match})
            all.push_back({"token", token, ground});
    }
    return all;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsLegible_data();
    void textIsLegible();
    void contrastKnowsItsEnds();
    void coloursOfPagesAreRead();
    void anyColourCanBeRead();
    void marksAreSeen();
    void schemesDiffer();
    void qtPaletteHoldsTheColours();
    void styleSheetIsFilledIn();
    void imagesHaveTheColours();
    void templatesAreFilledOnce();
    void fontsFollowTheType();
    void cssFamiliesAreQuoted();
    void pagesFollowMedium();
};

void TestStyle::textIsLegible_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        for (int number = 1; const Pair &pair : pairs(palette(scheme)))
            QTest::addRow("%s %d, %s %s on %s", scheme == Scheme::Light ? "light" : "dark", number++, pair.name,
                          qPrintable(pair.text.name()), qPrintable(pair.ground.name()))
                << pair.text << pair.ground;
    }
}

void TestStyle::textIsLegible()
{
    QFETCH(const QColor, text);
    QFETCH(const QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

void TestStyle::coloursOfPagesAreRead()
{
    QSet<QString> seen;
    for (const PageColour &each : pageColours()) {
        QVERIFY2(contrast(each.colour, palette(Scheme::Light).page) >= 4.5, qPrintable(each.colour.name()));
        seen.insert(each.colour.name());
    }
    QCOMPARE(size_t(seen.size()), pageColours().size());
}

void TestStyle::contrastKnowsItsEnds()
{
    QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
    QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) >= 4.5); // the palest grey that may stand on white
    QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5);
}

void TestStyle::anyColourCanBeRead()
{
    for (const QColor &ground : {palette(Scheme::Light).page, palette(Scheme::Dark).page}) {
        for (const auto *name : {"#1a8917", "#ffff00", "#000000", "#ffffff", "#808080", "#ff00ff", "#0000ff"}) {
            const QColor wanted = QColor::fromString(QLatin1StringView(name));
            const QColor shown = readableOn(ground, wanted);
            QVERIFY2(contrast(shown, ground) >= 4.5, name);
            if (contrast(wanted, ground) >= 4.5)
                QCOMPARE(shown, wanted);
        }
    }
}

void TestStyle::marksAreSeen()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const Palette &p = palette(scheme);
        for (size_t i = 1; i < p.strip.size(); ++i)
            QVERIFY(contrast(p.strip[i], p.side) > contrast(p.strip[i - 1], p.side));
        QVERIFY(contrast(p.strip.back(), p.side) >= 3.0);
        for (const QColor &ground : {p.paper, p.side, p.page, p.control})
            QVERIFY(contrast(p.mark, ground) >= 3.0);
        for (const QColor &ground : {p.paper, p.hover})
            QVERIFY(contrast(p.matchEdge, ground) >= 3.0);
        for (const QColor &ground : {p.paper, p.hover, p.selection, p.match})
            QVERIFY(contrast(p.misspelt, ground) >= 3.0);
    }
}

void TestStyle::schemesDiffer()
{
    QVERIFY(palette(Scheme::Light).paper.lightness() > 128);
    QVERIFY(palette(Scheme::Dark).paper.lightness() < 128);
    QCOMPARE(palette(Scheme::Light).green, QColor(0x1F, 0x6F, 0x5C));
}

void TestStyle::qtPaletteHoldsTheColours()
{
    const Palette &p = palette(Scheme::Dark);
    const QPalette qt = toQPalette(p);
    QCOMPARE(qt.color(QPalette::Window), p.side);
    QCOMPARE(qt.color(QPalette::Base), p.paper);
    QCOMPARE(qt.color(QPalette::Text), p.ink);
    QCOMPARE(qt.color(QPalette::Inactive, QPalette::HighlightedText), p.ink);
    QCOMPARE(qt.color(QPalette::Disabled, QPalette::Text), p.disabledInk);
}

void TestStyle::styleSheetIsFilledIn()
{
    for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
        const QString sheet = styleSheet(palette(scheme));
        QVERIFY(!sheet.contains(u'@'));
        QVERIFY(sheet.contains(palette(scheme).green.name()));
        QCOMPARE(sheet.count(u'{'), sheet.count(u'}'));
    }
    QVERIFY(styleSheet(palette(Scheme::Light)) != styleSheet(palette(Scheme::Dark)));
}

void TestStyle::imagesHaveTheColours()
{
    // A style sheet can't colour its images, so they name colours themselves.
    const auto stroke = [](const QString &name) {
        QFile file(u":/style/"_s + name);
        return file.open(QIODevice::ReadOnly)
                   ? QString::fromUtf8(file.readAll()).section(u"stroke=\""_s, 1, 1).section(u'"', 0, 0)
                   : QString();
    };
    for (const auto &[scheme, suffix] : {std::pair(Scheme::Light, u"-light.svg"_s), {Scheme::Dark, u"-dark.svg"_s}}) {
        const Palette &p = palette(scheme);
        QVERIFY(!styleSheet(p).isEmpty());
        QCOMPARE(stroke(u"chevron-down"_s + suffix), p.secondInk.name());
        QCOMPARE(stroke(u"chevron-up"_s + suffix), p.secondInk.name());
        QCOMPARE(stroke(u"check"_s + suffix), p.onGreen.name());
    }
}

void TestStyle::templatesAreFilledOnce()
{
    QCOMPARE(fillTemplate(u"a @x@ b"_s, {{u"x"_s, u"@y@"_s}, {u"y"_s, u"no"_s}}), u"a @y@ b"_s);
    QCOMPARE(fillTemplate(u"@@media { @x@ }"_s, {{u"x"_s, u"1"_s}}), u"@media { 1 }"_s);
    QCOMPARE(fillTemplate(QString(), {}), QString());
}

void TestStyle::fontsFollowTheType()
{
    const QFont body = font(desktopPage().body, pageSerifFamilies());
    QCOMPARE(body.pixelSize(), 20);
    QCOMPARE(body.styleHint(), QFont::Serif);
    QCOMPARE(font(desktopPage().title, pageSansFamilies()).weight(), QFont::Bold);
    QCOMPARE(font(editorType(), editorFamilies()).styleHint(), QFont::Monospace);
    QVERIFY(interfaceFont(interfaceType().normal).isFeatureSet("tnum"));
}

void TestStyle::cssFamiliesAreQuoted()
{
    QCOMPARE(cssFamilies({u"charter"_s, u"Times New Roman"_s, u"serif"_s}), u"charter, \"Times New Roman\", serif"_s);
}

void TestStyle::pagesFollowMedium()
{
    const PageType &desktop = desktopPage();
    QCOMPARE(desktop.column, 680);
    QCOMPARE(desktop.body.abovePx() + desktop.body.belowPx(), 20 * (2.14 - 0.46));
    const PageType &phone = phonePage();
    QCOMPARE(phone.title.size, 32.0);
    QCOMPARE(phone.listIndent, desktop.listIndent);
    QVERIFY(phone.margin < desktop.margin);
}

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
