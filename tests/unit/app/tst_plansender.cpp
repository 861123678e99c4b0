// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/state/plansender.h"

#include "shared/protocol/plans.h"
#include "shared/protocol/uploads.h"
#include "stateworld.h"

using namespace Qt::StringLiterals;
using namespace parterre;
using namespace parterre::protocol;
using namespace parterre::testing;

class TestPlanSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sender.reset();
        m_world = std::make_unique<StateWorld>();
        m_world->server.when<UploadsAppend>([this](const UploadsAppendParams &params) -> Result<UploadsAppendResult> {
            if (params.offset == 0)
                m_received.clear();
            if (m_received.size() != params.offset)
                return Error {.code = ErrorCode::StaleVersion};
            m_received += QByteArray::fromBase64(params.data);
            return UploadsAppendResult {.size = m_received.size()};
        });
        m_world->server.when<PlansPublish>([this](const PlansPublishParams &params) -> Result<PlansPublishResult> {
            m_after.append(params.after);
            return PlansPublishResult {.plan = m_plan};
        });
        m_sender = std::make_unique<PlanSender>(m_world->session, m_world->ids);
        m_after.clear();
        m_broken = false;
        QVERIFY(m_world->enter());
    }
    void cleanup() { m_sender.reset(); }

    void document_arrivesWholeAndIsPublished()
    {
        const QByteArray document = documentOf(3);
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        QSignalSpy progressed(m_sender.get(), &PlanSender::progressed);
        m_sender->publish(m_venue, document, 4);
        QTRY_COMPARE(published.size(), 1);
        QCOMPARE(published.first().first().value<PlanSummary>(), m_plan);
        QCOMPARE(m_received, document);
        QCOMPARE(m_after, QList<qint32> {4});
        QCOMPARE(progressed.last().first().toInt(), 100);
    }
    void tooFast_waitsAndGoesOn()
    {
        const QByteArray document = documentOf(2);
        int refused = 0;
        m_world->server.when<PlansPublish>([&](const PlansPublishParams &) -> Result<PlansPublishResult> {
            if (refused++ == 0)
                return Error {.code = ErrorCode::RateLimited, .retryAfterSeconds = 1};
            return PlansPublishResult {.plan = m_plan};
        });
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        m_sender->publish(m_venue, document, 0);
        QTRY_COMPARE(published.size(), 1);
        QCOMPARE(refused, 2);
        QCOMPARE(m_received, document);
    }
    void refusal_isToldOnce()
    {
        m_world->server.when<PlansPublish>(Error {.code = ErrorCode::StaleVersion});
        QSignalSpy failed(m_sender.get(), &PlanSender::failed);
        m_sender->publish(m_venue, documentOf(1), 0);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::StaleVersion);
    }
    void stopped_isNeitherPublishedNorFailed()
    {
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        QSignalSpy failed(m_sender.get(), &PlanSender::failed);
        connect(m_sender.get(), &PlanSender::progressed, m_sender.get(), &PlanSender::stop);
        m_sender->publish(m_venue, documentOf(3), 0);
        QTRY_COMPARE(m_world->server.count<UploadsAppend>(), 1);
        QTest::qWait(100); // nothing is to happen
        QCOMPARE(m_world->server.count<UploadsAppend>(), 1);
        QCOMPARE(m_world->server.count<PlansPublish>(), 0);
        QCOMPARE(published.size() + failed.size(), 0);
    }
    // The second part was taken, and nobody heard of it.
    void brokenLink_isGoneOnWith()
    {
        const QByteArray document = documentOf(4);
        breakAfterSecondPart(true);
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        QSignalSpy failed(m_sender.get(), &PlanSender::failed);
        m_sender->publish(m_venue, document, 4);
        QTRY_COMPARE(published.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(m_received, document);
        QList<qint64> offsets;
        for (const UploadsAppendParams &part : m_world->server.received<UploadsAppend>())
            offsets.append(part.offset);
        QCOMPARE(offsets, QList<qint64>({0, kMaxUploadPartBytes, kMaxUploadPartBytes, 2 * kMaxUploadPartBytes, 3 * kMaxUploadPartBytes}));
    }
    // What was sent went with it.
    void anotherVisit_getsTheFileAnew()
    {
        const QByteArray document = documentOf(4);
        breakAfterSecondPart(false);
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        QSignalSpy failed(m_sender.get(), &PlanSender::failed);
        m_sender->publish(m_venue, document, 4);
        QTRY_COMPARE(published.size(), 1);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(m_received, document);
        QCOMPARE(m_after, QList<qint32> {4});
    }
    void another_takesThePlaceOfWhatWasBegun()
    {
        QSignalSpy published(m_sender.get(), &PlanSender::published);
        m_sender->publish(m_venue, documentOf(3), 0);
        const QByteArray second = documentOf(1);
        m_sender->publish(m_venue, second, 1);
        QTRY_COMPARE(published.size(), 1);
        QCOMPARE(m_received, second);
        QCOMPARE(m_after, QList<qint32> {1});
    }

private:
    // The server takes the second part, and the link breaks before it says so.
    void breakAfterSecondPart(bool withinGrace)
    {
        m_world->server.whenAsked<UploadsAppend>([this, withinGrace](const UploadsAppendParams &params, const Answer<UploadsAppend> &answer) {
            const QByteArray part = QByteArray::fromBase64(params.data);
            const bool isKnown = params.offset > 0 && m_received.size() == params.offset + part.size() && m_received.endsWith(part);
            if (params.offset == 0)
                m_received.clear();
            if (!isKnown && m_received.size() != params.offset)
                return answer(Result<UploadsAppendResult>(Error {.code = ErrorCode::StaleVersion}));
            if (!isKnown)
                m_received += part;
            if (params.offset == kMaxUploadPartBytes && !std::exchange(m_broken, true)) {
                if (!withinGrace) {
                    m_received.clear();
                    m_world->server.forgetVisit();
                }
                QMetaObject::invokeMethod(&m_world->server, &FakeWireServer::dropLinks, Qt::QueuedConnection);
                return;
            }
            answer(Result(UploadsAppendResult {.size = m_received.size()}));
        });
    }
    // So many parts.
    static QByteArray documentOf(int parts)
    {
        QByteArray document;
        while (document.size() < parts * kMaxUploadPartBytes - 100)
            document += QByteArray::number(document.size());
        return document;
    }

    const VenueId m_venue {QUuid::createUuid()};
    const PlanSummary m_plan {.ref = {.id = PlanId(QUuid::createUuid()), .version = 5, .hash = QString(64, u'a')}, .name = u"Main house"_s, .seats = 800};
    std::unique_ptr<StateWorld> m_world;
    std::unique_ptr<PlanSender> m_sender;
    QByteArray m_received;
    QList<qint32> m_after;
    bool m_broken = false;
};

QTEST_GUILESS_MAIN(TestPlanSender)
#include "tst_plansender.moc"
