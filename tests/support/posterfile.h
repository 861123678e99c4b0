// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtEndian>

namespace parterre::testing {

// A chunk of a PNG file, with its checksum.
inline QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    const auto bigEndian = [](quint32 value) {
        QByteArray bytes(4, Qt::Uninitialized);
        qToBigEndian(value, bytes.data());
        return bytes;
    };
    quint32 crc = 0xFFFFFFFFu;
    for (const char c : type + data) {
        crc ^= static_cast<uchar>(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1u) ? 0xEDB88320u : 0u);
    }
    return bigEndian(static_cast<quint32>(data.size())) + type + data + bigEndian(~crc);
}

// A grey picture that every reader of PNG decodes, of any size; `comment` makes files differ, or as long as wanted.
inline QByteArray pngFile(quint32 width, quint32 height, const QByteArray &comment = {}, char grey = 0x55)
{
    QByteArray header(13, '\0');
    qToBigEndian(width, header.data());
    qToBigEndian(height, header.data() + 4);
    header[8] = 8; // bits, of grey
    const QByteArray row = '\0' + QByteArray(static_cast<qsizetype>(width), grey);
    QByteArray file = QByteArrayLiteral("\x89PNG\r\n\x1a\n") + pngChunk("IHDR", header);
    if (!comment.isEmpty())
        file += pngChunk("tEXt", QByteArrayLiteral("Comment") + '\0' + comment);
    return file + pngChunk("IDAT", qCompress(row.repeated(static_cast<qsizetype>(height)), 9).mid(4)) + pngChunk("IEND", {});
}

} // namespace parterre::testing
