// SPDX-License-Identifier: GPL-3.0-or-later
#include "translationrules.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace parterre::architecture {

namespace {

struct Message {
    QString source;
    QString state; // empty when finished; unfinished, vanished, obsolete
    QStringList translations; // one, or one for each plural form
    bool plural = false;
};

Message readMessage(QXmlStreamReader &xml)
{
    Message message;
    message.plural = xml.attributes().value(u"numerus"_s) == u"yes"_s;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.state = xml.attributes().value(u"type"_s).toString();
            if (!message.plural) {
                message.translations.append(xml.readElementText());
                continue;
            }
            while (xml.readNextStartElement())
                message.translations.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QStringList placeholders(const QString &text)
{
    static const QRegularExpression placeholder(u"%L?[0-9]{1,2}"_s);
    QStringList found;
    for (auto all = placeholder.globalMatch(text); all.hasNext();)
        found.append(all.next().captured());
    found.sort();
    return found;
}

QString objection(const Message &message)
{
    if (!message.state.isEmpty())
        return message.state;
    for (const QString &translation : message.translations) {
        if (translation.isEmpty())
            return u"an empty form"_s;
        // A plural form may write the number itself ("one seat") instead of %n, but not drop the others.
        if (placeholders(translation) != placeholders(message.source))
            return u"other placeholders: \"%1\""_s.arg(translation);
    }
    return message.translations.isEmpty() ? u"no translation"_s : QString();
}

} // namespace

QStringList checkTranslations(const QByteArray &ts)
{
    QStringList findings;
    QString context;
    int messages = 0;
    QXmlStreamReader xml(ts);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            ++messages;
            const Message message = readMessage(xml);
            const QString problem = context.isEmpty() ? u"no class that lupdate could see"_s : objection(message);
            if (!problem.isEmpty())
                findings.append(u"%1 \"%2\": %3"_s.arg(context, message.source, problem));
        }
    }
    if (xml.hasError())
        findings.append(xml.errorString());
    else if (messages == 0)
        findings.append(u"no texts at all"_s);
    return findings;
}

} // namespace parterre::architecture
