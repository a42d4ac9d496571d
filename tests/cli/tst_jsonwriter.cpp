// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/jsonwriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheOrderOfKeys()
    {
        JsonWriter json;
        json.beginObject();
        json.member("zebra"_L1, 1);
        json.member("ant"_L1, true);
        json.key("list"_L1);
        json.beginArray();
        json.value(u"x"_s);
        json.beginObject();
        json.endObject();
        json.endArray();
        json.key("none"_L1);
        json.beginArray();
        json.endArray();
        json.endObject();
        QCOMPARE(json.document(), "{\n  \"zebra\": 1,\n  \"ant\": true,\n  \"list\": [\n    \"x\",\n    {}\n  ],\n"
                                  "  \"none\": []\n}\n"_ba);
    }

    void writesAnyTextSoThatItReadsBack_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("quotes and backslashes") << u"\"\\ /"_s;
        QTest::newRow("line breaks") << u"a\nb\r\n\tc"_s;
        QString controls;
        for (char16_t c = 0; c < 0x20; ++c)
            controls += c;
        QTest::newRow("control characters") << controls + QChar(0x7f);
        QTest::newRow("beyond the BMP") << u"日本 🏃🏽‍♀️ é"_s;
    }
    void writesAnyTextSoThatItReadsBack()
    {
        QFETCH(QString, text);
        JsonWriter json;
        json.beginObject();
        json.member("text"_L1, text);
        json.endObject();
        QJsonParseError error;
        const QJsonObject read = QJsonDocument::fromJson(json.document(), &error).object();
        QCOMPARE(error.errorString(), QJsonParseError().errorString());
        QCOMPARE(read["text"_L1].toString(), text);
    }

    void writesLoneSurrogatesAsValidUtf8()
    {
        JsonWriter json;
        json.value(QString(QChar(0xd800)) + u'x');
        QVERIFY(json.document().isValidUtf8());
    }

    void writesNullForWhatIsUnknown()
    {
        JsonWriter json;
        json.beginArray();
        json.value(std::optional<int>());
        json.value(std::optional(0));
        json.value(std::optional(u"x"_s));
        json.value(std::numeric_limits<double>::quiet_NaN());
        json.value(-1.5);
        json.endArray();
        QCOMPARE(json.document().simplified(), "[ null, 0, \"x\", null, -1.5 ]"_ba);
    }
};

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
