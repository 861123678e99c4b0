// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/smtptransfer.h"

#include "backend/mail/mailheaders.h"
#include "backend/mail/smtpanswers.h"

#include <curl/curl.h>

#include <QUrl>

#include <atomic>

namespace parterre::mail {

namespace {

template<auto Free>
struct Freeing {
    template<class T>
    void operator()(T *thing) const { Free(thing); }
};

using Easy = std::unique_ptr<CURL, Freeing<curl_easy_cleanup>>;
using Multi = std::unique_ptr<CURLM, Freeing<curl_multi_cleanup>>;
using Mime = std::unique_ptr<curl_mime, Freeing<curl_mime_free>>;
using List = std::unique_ptr<curl_slist, Freeing<curl_slist_free_all>>;

void append(List &list, const QByteArray &line)
{
    curl_slist *longer = curl_slist_append(list.get(), line.constData());
    Q_CHECK_PTR(longer);
    static_cast<void>(list.release());
    list.reset(longer);
}

int onDebug(CURL *, curl_infotype type, char *data, std::size_t size, void *answers)
{
    const QByteArray line(data, static_cast<qsizetype>(size));
    if (type == CURLINFO_HEADER_OUT)
        static_cast<SmtpAnswers *>(answers)->noteCommand(line);
    else if (type == CURLINFO_HEADER_IN)
        static_cast<SmtpAnswers *>(answers)->noteAnswer(line);
    return 0;
}

// The only clean way to break off: a handle that is just taken away ends the letter where it is, as if that was all of it.
int onProgress(void *isOver, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    return *static_cast<const std::atomic<bool> *>(isOver) ? 1 : 0;
}

// What a server sends beside its answers is of no interest, and is not to land on the console.
std::size_t onData(char *, std::size_t size, std::size_t count, void *)
{
    return size * count;
}

QByteArray textOf(const QString &body)
{
    QByteArray text = body.toUtf8();
    text.replace("\r\n", "\n").replace('\n', "\r\n");
    return text.endsWith('\n') ? text : text + "\r\n";
}

Mime partsOf(CURL *easy, const Letter &letter)
{
    Mime mime(curl_mime_init(easy));
    curl_mimepart *text = curl_mime_addpart(mime.get());
    const QByteArray body = textOf(letter.body);
    curl_mime_data(text, body.constData(), static_cast<std::size_t>(body.size()));
    curl_mime_type(text, "text/plain; charset=utf-8");
    curl_mime_encoder(text, "quoted-printable");
    curl_mimepart *pdf = curl_mime_addpart(mime.get());
    curl_mime_data(pdf, letter.pdf.constData(), static_cast<std::size_t>(letter.pdf.size()));
    curl_mime_filename(pdf, letter.fileName.toUtf8().constData());
    curl_mime_type(pdf, "application/pdf");
    curl_mime_encoder(pdf, "base64");
    return mime;
}

Delivery judge(CURLcode code, const SmtpAnswers &answers)
{
    if (code == CURLE_OK)
        return {};
    const bool isRefused = answers.refusal() >= 500;
    switch (code) {
    case CURLE_USE_SSL_FAILED:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
        return {.problem = MailProblem::Insecure, .answer = answers.text()};
    case CURLE_LOGIN_DENIED:
        return {.problem = MailProblem::SignInRefused, .answer = answers.text()};
    default: break;
    }
    if (answers.wasAbout("RCPT"))
        return {.problem = MailProblem::RecipientRefused, .isFinal = isRefused, .answer = answers.text()};
    if (answers.wasAbout("DATA"))
        return {.problem = MailProblem::Refused, .isFinal = isRefused, .answer = answers.text()};
    // The house may not send, or not now: that may be mended.
    if (answers.wasAbout("MAIL"))
        return {.problem = MailProblem::Refused, .answer = answers.text()};
    if (answers.wasAbout("AUTH"))
        return {.problem = MailProblem::SignInRefused, .answer = answers.text()};
    return {.problem = MailProblem::Unreachable, .answer = answers.text()};
}

} // namespace

struct SmtpTransfer::Link {
    Multi multi {curl_multi_init()};
    std::atomic<bool> isOver = false;
};

SmtpTransfer::SmtpTransfer(const SmtpAccount &account) : m_account(account), m_link(std::make_unique<Link>())
{
    Q_CHECK_PTR(m_link->multi.get());
}

SmtpTransfer::~SmtpTransfer() = default;

void SmtpTransfer::breakOff()
{
    m_link->isOver = true;
    curl_multi_wakeup(m_link->multi.get());
}

Delivery SmtpTransfer::send(const Letter &letter)
{
    SmtpAnswers answers;
    List headers;
    for (const QByteArray &header : headersOf(letter, m_account))
        append(headers, header);
    List recipients;
    append(recipients, '<' + letter.to.toLatin1() + '>');
    const Easy easy(curl_easy_init());
    Q_CHECK_PTR(easy.get());
    const Mime parts = partsOf(easy.get(), letter);
    const auto set = [&easy](CURLoption option, auto value) {
        const CURLcode code = curl_easy_setopt(easy.get(), option, value);
        Q_ASSERT_X(code == CURLE_OK, "SmtpTransfer", curl_easy_strerror(code));
        return code == CURLE_OK;
    };
    QUrl url;
    url.setScheme(m_account.security == MailSecurity::Tls ? QStringLiteral("smtps") : QStringLiteral("smtp"));
    url.setHost(m_account.host);
    url.setPort(m_account.port);
    // The domain of the sender is what the house calls itself in EHLO: this computer's own name says nothing to anybody.
    url.setPath(u'/' + m_account.from.address.section(u'@', 1));
    const QByteArray sender = '<' + m_account.from.address.toLatin1() + '>';

    // A link that is kept for the next letter would be taken leave of at the end, when nobody can break that off.
    bool isSet = set(CURLOPT_FORBID_REUSE, 1L) && set(CURLOPT_URL, url.toEncoded().constData()) && set(CURLOPT_PROTOCOLS_STR, "smtp,smtps") && set(CURLOPT_NOSIGNAL, 1L)
        && set(CURLOPT_QUICK_EXIT, 1L) && set(CURLOPT_PROXY, "") && set(CURLOPT_UPLOAD, 1L) && set(CURLOPT_MAIL_FROM, sender.constData()) && set(CURLOPT_MAIL_RCPT, recipients.get())
        && set(CURLOPT_HTTPHEADER, headers.get()) && set(CURLOPT_MIMEPOST, parts.get());
    isSet = isSet && set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_account.patience.count()))
        && set(CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(std::chrono::ceil<std::chrono::seconds>(m_account.patience).count()))
        && set(CURLOPT_TIMEOUT_MS, static_cast<long>(m_account.longest.count()));
    isSet = isSet && set(CURLOPT_USE_SSL, static_cast<long>(m_account.security == MailSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL))
        && set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2)) && set(CURLOPT_SSL_VERIFYPEER, 1L) && set(CURLOPT_SSL_VERIFYHOST, 2L);
    if (!m_account.certificates.isEmpty())
        isSet = isSet && set(CURLOPT_CAINFO, m_account.certificates.toLocal8Bit().constData());
    if (!m_account.user.isEmpty())
        isSet = isSet && set(CURLOPT_USERNAME, m_account.user.toUtf8().constData()) && set(CURLOPT_PASSWORD, m_account.password.constData());
    isSet = isSet && set(CURLOPT_VERBOSE, 1L) && set(CURLOPT_DEBUGFUNCTION, &onDebug) && set(CURLOPT_DEBUGDATA, &answers) && set(CURLOPT_WRITEFUNCTION, &onData)
        && set(CURLOPT_NOPROGRESS, 0L) && set(CURLOPT_XFERINFOFUNCTION, &onProgress) && set(CURLOPT_XFERINFODATA, &m_link->isOver);
    if (!isSet) // a curl that cannot do what it has to: nothing is sent in a way that was not asked for
        return {.problem = MailProblem::Insecure};

    CURLM *multi = m_link->multi.get();
    curl_multi_add_handle(multi, easy.get());
    CURLcode outcome = CURLE_ABORTED_BY_CALLBACK;
    for (int running = 1; running > 0;) {
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            break;
        if (running > 0)
            curl_multi_poll(multi, nullptr, 0, 1000, nullptr);
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                outcome = message->data.result;
        }
    }
    curl_multi_remove_handle(multi, easy.get());
    return judge(outcome, answers);
}

} // namespace parterre::mail
