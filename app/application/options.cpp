// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/options.h"

#include "app/application/languages.h"

#include <QCommandLineParser>
#include <QFile>
#include <QRegularExpression>

namespace parterre::ui {
namespace {

constexpr const char *kPasswordVariable = "PARTERRE_PASSWORD";
constexpr qint64 kLongestPasswordFile = 4096;

QList<QCommandLineOption> knownOptions()
{
    return {
        {QStringLiteral("server"), QStringLiteral("The server to connect to, ws://HOST:PORT or wss://HOST:PORT."), QStringLiteral("URL")},
        {QStringLiteral("theme"), QStringLiteral("light, dark, high-contrast or system."), QStringLiteral("THEME")},
        {QStringLiteral("language"), QStringLiteral("Language of the texts, for example de."), QStringLiteral("CODE")},
        {QStringLiteral("settings"), QStringLiteral("Keep settings in this INI file instead of the user's own."), QStringLiteral("FILE")},
        {QStringLiteral("user"), QStringLiteral("Sign in at start with this e-mail address."), QStringLiteral("EMAIL")},
        {QStringLiteral("password-file"), QStringLiteral("File whose first line is the password; or set PARTERRE_PASSWORD."), QStringLiteral("FILE")},
        {QStringLiteral("screenshot"), QStringLiteral("Save a picture of every screen into this folder and exit."), QStringLiteral("DIR")},
        {QStringLiteral("size"), QStringLiteral("Size of the window, for example 1280x832."), QStringLiteral("WIDTHxHEIGHT")},
        {{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")},
        {{QStringLiteral("v"), QStringLiteral("version")}, QStringLiteral("Show the version.")},
    };
}

std::optional<QSize> sizeFrom(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral("\\A(\\d{3,5})x(\\d{3,5})\\z"));
    const QRegularExpressionMatch match = shape.match(text);
    return match.hasMatch() ? std::optional(QSize(match.captured(1).toInt(), match.captured(2).toInt())) : std::nullopt;
}

Result<QString> readPassword(const QString &path)
{
    if (path.isEmpty())
        return qEnvironmentVariable(kPasswordVariable);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("--password-file: cannot read %1").arg(path)};
    return QString::fromUtf8(file.read(kLongestPasswordFile)).section(QLatin1Char('\n'), 0, 0).remove(QLatin1Char('\r'));
}

} // namespace

Result<Options> readOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions(knownOptions());
    if (!parser.parse(arguments))
        return Error {.code = ErrorCode::InvalidParams, .detail = parser.errorText()};
    if (!parser.positionalArguments().isEmpty())
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("unexpected argument: %1").arg(parser.positionalArguments().constFirst())};

    Options options {
        .server = parser.value(QStringLiteral("server")),
        .language = parser.value(QStringLiteral("language")),
        .settingsFile = parser.value(QStringLiteral("settings")),
        .screenshotFolder = parser.value(QStringLiteral("screenshot")),
        .user = parser.value(QStringLiteral("user")),
        .help = parser.isSet(QStringLiteral("help")),
        .version = parser.isSet(QStringLiteral("version")),
    };
    if (parser.isSet(QStringLiteral("theme"))) {
        options.scheme = schemeFromName(parser.value(QStringLiteral("theme")));
        if (!options.scheme)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("--theme: \"%1\" is none of light, dark, high-contrast, system").arg(parser.value(QStringLiteral("theme")))};
    }
    if (parser.isSet(QStringLiteral("size"))) {
        options.size = sizeFrom(parser.value(QStringLiteral("size")));
        if (!options.size)
            return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("--size: \"%1\" is not like 1280x832").arg(parser.value(QStringLiteral("size")))};
    }
    if (!options.language.isEmpty() && !Languages::available().contains(options.language))
        return Error {.code = ErrorCode::InvalidParams, .detail = QStringLiteral("--language: \"%1\" is none of %2").arg(options.language, Languages::available().join(QStringLiteral(", ")))};
    const auto password = readPassword(parser.value(QStringLiteral("password-file")));
    if (!password)
        return password.error();
    options.password = *password;
    return options;
}

QString helpText()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Parterre: reserved seats, sold in real time."));
    parser.addOptions(knownOptions());
    return parser.helpText();
}

} // namespace parterre::ui
