// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/searchtext.h"

#include <algorithm>
#include <array>
#include <utility>

namespace parterre::storage {

using namespace Qt::StringLiterals;

namespace {

// Letters that people type as others and that Unicode does not take apart.
constexpr std::array<std::pair<char16_t, QLatin1StringView>, 8> kSpellings {{
    {u'ß', "ss"_L1}, {u'æ', "ae"_L1}, {u'œ', "oe"_L1}, {u'ø', "o"_L1}, {u'ł', "l"_L1}, {u'đ', "d"_L1}, {u'ı', "i"_L1}, {u'þ', "th"_L1},
}};

}

QString foldForSearch(const QString &text)
{
    // Most of what is sold is written in ASCII, where only the case differs.
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; }))
        return text.toLower().simplified();
    QString folded = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    for (const auto &[letter, spelling] : kSpellings)
        folded.replace(QChar(letter), spelling);
    return folded.simplified();
}

QString foldCode(const QString &code)
{
    QString folded = foldForSearch(code);
    folded.removeIf([](QChar c) { return c == u'-' || c == u' '; });
    return folded;
}

QString foldPhone(const QString &phone)
{
    QString digits = phone;
    digits.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    return digits;
}

QString foldDialled(const QString &phone)
{
    constexpr qsizetype kWhole = 7; // shorter ones may be a part from anywhere
    const QString digits = foldPhone(phone);
    const qsizetype zeros = std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != u'0'; }) - digits.begin();
    return digits.size() >= kWhole && zeros < digits.size() ? digits.sliced(zeros) : digits;
}

QString orderKey(const QString &name)
{
    constexpr qsizetype kLongest = 120;
    QString key = foldForSearch(name).left(kLongest);
    if (!key.isEmpty() && key.back().isHighSurrogate())
        key.chop(1);
    return key;
}

QString containsPattern(const QString &folded)
{
    QString pattern(u'%');
    for (const QChar c : folded) {
        if (c == u'%' || c == u'_' || c == u'!')
            pattern += u'!';
        pattern += c;
    }
    return pattern + u'%';
}

} // namespace parterre::storage
