// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/planio/svgrendering.h"

#include <cairo-pdf.h>
#include <librsvg/rsvg.h>

#include <memory>

namespace parterre::planio {

using namespace Qt::StringLiterals;

namespace {

constexpr double kPointsPerMillimetre = 72 / 25.4;

struct Release {
    void operator()(RsvgHandle *handle) const { g_object_unref(handle); }
    void operator()(GInputStream *stream) const { g_object_unref(stream); }
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *context) const { cairo_destroy(context); }
};
template<class T>
using Owned = std::unique_ptr<T, Release>;

Error taken(GError *error, const QString &what)
{
    const Error told {.code = ErrorCode::Internal, .detail = u"%1: %2"_s.arg(what, QString::fromUtf8(error->message))};
    g_error_free(error);
    return told;
}

// Without a base address nothing that the drawing names is found.
Result<std::shared_ptr<RsvgHandle>> loaded(const QByteArray &svg)
{
    const Owned<GInputStream> stream(g_memory_input_stream_new_from_data(svg.constData(), svg.size(), nullptr));
    GError *error = nullptr;
    RsvgHandle *handle = rsvg_handle_new_from_stream_sync(stream.get(), nullptr, RSVG_HANDLE_FLAG_UNLIMITED, nullptr, &error);
    if (!handle)
        return taken(error, u"the drawing cannot be read"_s);
    return std::shared_ptr<RsvgHandle>(handle, Release());
}

cairo_status_t append(void *file, const unsigned char *data, unsigned int length)
{
    static_cast<QByteArray *>(file)->append(reinterpret_cast<const char *>(data), static_cast<qsizetype>(length));
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

Result<QList<double>> widthsInSvg(const QByteArray &svg, qsizetype count)
{
    const auto handle = loaded(svg);
    if (!handle)
        return handle.error();
    const RsvgRectangle viewport {0, 0, 1000, 1000};
    QList<double> widths;
    for (qsizetype i = 0; i < count; ++i) {
        RsvgRectangle logical {};
        GError *error = nullptr;
        const QByteArray id = "#t" + QByteArray::number(i);
        if (!rsvg_handle_get_geometry_for_layer(handle->get(), id.constData(), &viewport, nullptr, &logical, &error))
            return taken(error, u"the drawing cannot be measured"_s);
        widths.append(logical.width);
    }
    return widths;
}

Result<QByteArray> pdfOfSvg(const QByteArray &svg, QSizeF page, const QString &title)
{
    const auto handle = loaded(svg);
    if (!handle)
        return handle.error();
    const RsvgRectangle whole {0, 0, page.width() * kPointsPerMillimetre, page.height() * kPointsPerMillimetre};
    QByteArray file;
    const Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(&append, &file, whole.width, whole.height));
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.toUtf8().constData());
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Parterre");
    cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, ""); // else it is now
    const Owned<cairo_t> context(cairo_create(surface.get()));
    GError *error = nullptr;
    if (!rsvg_handle_render_document(handle->get(), context.get(), &whole, &error))
        return taken(error, u"the drawing cannot be drawn"_s);
    cairo_surface_finish(surface.get());
    if (const cairo_status_t status = cairo_surface_status(surface.get()); status != CAIRO_STATUS_SUCCESS)
        return {ErrorCode::Internal, u"the page cannot be written: %1"_s.arg(QString::fromUtf8(cairo_status_to_string(status)))};
    return file;
}

} // namespace parterre::planio
