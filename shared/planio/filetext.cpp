// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/filetext.h"

#include <QStringDecoder>

#include <array>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

// Windows-1252 differs from Latin-1 in 0x80 to 0x9f; bytes that are none of its characters stay what Latin-1 says.
constexpr std::array<char16_t, 32> kWindows {
    0x20ac, 0x81, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8d, 0x017d, 0x8f,
    0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x9d, 0x017e, 0x0178,
};

QString fromWindows(const QByteArray &file)
{
    QString text = QString::fromLatin1(file);
    for (QChar &c : text) {
        if (c >= u'\x80' && c <= u'\x9f')
            c = QChar(kWindows.at(static_cast<std::size_t>(c.unicode() - 0x80)));
    }
    return text;
}

QStringConverter::Encoding markOf(const QByteArray &file)
{
    if (file.startsWith("\xff\xfe"))
        return QStringConverter::Utf16LE;
    return file.startsWith("\xfe\xff") ? QStringConverter::Utf16BE : QStringConverter::Utf8;
}

} // namespace

QString textOf(const QByteArray &file, ImportReport &report)
{
    const QStringConverter::Encoding encoding = markOf(file);
    QStringDecoder decoder(encoding);
    QString text = decoder.decode(file);
    if (decoder.hasError() && encoding == QStringConverter::Utf8) {
        report.add(RepairKind::Guess, {}, u"the text is no UTF-8; it was read as Windows-1252"_s);
        text = fromWindows(file);
    } else if (decoder.hasError()) {
        report.add(RepairKind::TextChanged, {}, u"the text is damaged; characters that could not be read were replaced"_s);
    }
    if (text.startsWith(u'\ufeff'))
        text.remove(0, 1);
    return text;
}

} // namespace parterre::planio
