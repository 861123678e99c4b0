// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/application/theme.h"
#include "app/widgets/busyoverlay.h"
#include "app/widgets/buttons.h"
#include "app/widgets/card.h"
#include "app/widgets/connectionindicator.h"
#include "app/widgets/countdownlabel.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/emptystate.h"
#include "app/widgets/eventcarddelegate.h"
#include "app/widgets/posterpictures.h"
#include "app/widgets/formfield.h"
#include "app/widgets/messagebanner.h"
#include "app/widgets/prompter.h"
#include "app/widgets/searchfield.h"
#include "app/widgets/toast.h"

#include "picture.h"
#include "tests/support/manualclock.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace parterre;
using namespace parterre::ui;
using namespace std::chrono_literals;

namespace {

QList<EventSummary> someEvents()
{
    const auto euro = [](qint64 cents) { return Money {.amount = cents, .currency = *Currency::fromCode(u"EUR")}; };
    const Instant start {1'795'289'400'000ms};
    const VenueRef house {.id = {}, .name = QStringLiteral("Parterre Playhouse")};
    return {
        {.name = QStringLiteral("The Winter's Tale"), .category = EventCategory::Play, .start = start, .venue = house,
         .timeZone = QStringLiteral("Europe/Berlin"), .capacity = 812, .free = 431, .lowestPrice = euro(1200), .highestPrice = euro(5800)},
        {.name = QStringLiteral("An Evening of Chamber Music with a Very Long Title That Does Not Fit into One Line of a Card at All"),
         .category = EventCategory::Concert, .start = start + 26h, .venue = house, .timeZone = QStringLiteral("Europe/Berlin"),
         .capacity = 812, .free = 7, .lowestPrice = euro(900), .highestPrice = euro(900)},
        {.name = QStringLiteral("<b>Night</b> Train & Friends"), .category = EventCategory::Movie, .start = start + 100h,
         .venue = {.id = {}, .name = QStringLiteral("Lantern Cinema")}, .timeZone = QStringLiteral("Europe/Berlin"),
         .capacity = 120, .free = 0, .lowestPrice = euro(950), .highestPrice = euro(1250)},
        {.name = QStringLiteral("Cup Final"), .category = EventCategory::Sport, .state = EventState::Cancelled, .start = start + 200h,
         .venue = house, .timeZone = QStringLiteral("Europe/Berlin"), .capacity = 120, .free = 60},
    };
}

// Everything there is, on one page.
QWidget *gallery(const Clock &clock)
{
    auto *page = new QWidget;
    page->resize(1100, 900);
    auto *grid = new QGridLayout(page);
    grid->setSpacing(kTwoSteps);
    auto *form = new Card;
    form->body()->addWidget(new TextLabel(QStringLiteral("Sign in"), TextScale::Title));
    form->body()->addWidget(new FormField(QStringLiteral("E-mail address"), new QLineEdit(QStringLiteral("ada@example.org"))));
    auto *password = new FormField(QStringLiteral("Password"), makePasswordField());
    password->setError(QStringLiteral("This password is too easy to guess. Take a longer one, for example four words in a row."));
    form->body()->addWidget(password);
    auto *combo = new QComboBox;
    combo->addItems({QStringLiteral("Adult"), QStringLiteral("Child")});
    form->body()->addWidget(new FormField(QStringLiteral("Ticket type"), combo, QStringLiteral("Children up to 14 years")));
    auto *ticked = new QCheckBox(QStringLiteral("Stay signed in"));
    ticked->setChecked(true);
    form->body()->addWidget(ticked);
    auto *chosen = new QRadioButton(QStringLiteral("Cash"));
    chosen->setChecked(true);
    form->body()->addWidget(chosen);
    form->body()->addStretch();
    grid->addWidget(form, 0, 0, 2, 1);

    auto *buttons = new Card;
    auto *disabled = makeButton(QStringLiteral("Disabled"), ButtonKind::Primary);
    disabled->setEnabled(false);
    for (QPushButton *button : {makeButton(QStringLiteral("Book"), ButtonKind::Primary, Glyph::Ticket), makeButton(QStringLiteral("Standard"), ButtonKind::Standard, Glyph::Refresh),
                                makeButton(QStringLiteral("Quiet"), ButtonKind::Quiet, Glyph::Plus), makeButton(QStringLiteral("Cancel booking"), ButtonKind::Danger, Glyph::Trash), disabled})
        buttons->body()->addWidget(button, 0, Qt::AlignLeft);
    auto *calm = new CountdownLabel(clock);
    auto *late = new CountdownLabel(clock);
    buttons->body()->addWidget(calm);
    buttons->body()->addWidget(late);
    calm->setDeadline(clock.steadyNow() + 598s);
    late->setDeadline(clock.steadyNow() + 42s);
    for (const LinkState state : {LinkState::Connected, LinkState::Connecting, LinkState::Offline, LinkState::Checking}) {
        auto *link = new ConnectionIndicator;
        link->setState(state);
        buttons->body()->addWidget(link);
    }
    grid->addWidget(buttons, 0, 1);
    auto *empty = new EmptyState(Glyph::Calendar);
    empty->setContent(QStringLiteral("No events found"), QStringLiteral("Nothing matches the search. Take away a filter, or look at all dates."), QStringLiteral("Show all events"));
    grid->addWidget(empty, 0, 2);
    auto *banners = new QVBoxLayout;
    for (const auto &[severity, text] : {std::pair {Severity::Info, "The connection is back."}, std::pair {Severity::Success, "Booked."},
                                         std::pair {Severity::Warning, "One minute left to book your seats."},
                                         std::pair {Severity::Error, "Seat Stalls F 12 was just taken by someone else. The map shows what is free: choose another."}}) {
        auto *banner = new MessageBanner;
        banners->addWidget(banner);
        banner->showMessage(severity, QString::fromUtf8(text), severity == Severity::Warning ? QStringLiteral("Extend") : QString());
    }
    grid->addLayout(banners, 1, 1, 1, 2);
    auto *icons = new QHBoxLayout;
    for (const Glyph glyph : allGlyphs())
        icons->addWidget(makeIconButton(glyph, QStringLiteral("glyph")));
    icons->setSpacing(0);
    grid->addLayout(icons, 2, 0, 1, 3);
    grid->addWidget(new SearchField(QStringLiteral("Search events")), 3, 0);
    return page;
}

struct EventList : QListView {
    explicit EventList(const QList<EventSummary> &events)
    {
        auto *model = new QStandardItemModel(static_cast<int>(events.size()), 1, this);
        setModel(model);
        setItemDelegate(new EventCardDelegate([events](const QModelIndex &index) { return events.at(index.row()); }, m_pictures, this));
        setFrameShape(QFrame::NoFrame);
        viewport()->setAutoFillBackground(false);
        resize(900, 480);
    }

    PosterPictures m_pictures {[](const EventId &, const QString &, QObject *, const PosterPictures::Handler &) {}};
};

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp); }
    void cleanup()
    {
        m_theme->apply(Scheme::Light);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }
    void picturesAreKept_data();
    void picturesAreKept();
    void countdownTicksAndTurnsUrgent();
    void countdownExpiresOnce();
    void searchAsksOncePerText();
    void searchIsClearedByEscape();
    void bannerSaysAndOffers();
    void bannerNeverInterpretsMarkup();
    void labelsNeverInterpretMarkup();
    void elidedLabelShortens();
    void formFieldShowsItsError();
    void passwordCanBeShown();
    void busyOverlayTakesInputAndGivesFocusBack();
    void toastGoesByItself();
    void promptAnswersLater();
    void promptMayHaveAThirdAnswer();
    void promptIsReadWholeWhateverItsAnswersAre();
    void promptDefaultsToTheHarmlessAnswer();
    void connectionSaysItInWords();
    void cardsShowMarkupLetterByLetter();
    void spokenEventNamesEverything();

private:
    std::unique_ptr<Theme> m_theme;
};

void TestWidgets::picturesAreKept_data()
{
    QTest::addColumn<Scheme>("scheme");
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("light") << Scheme::Light << Qt::LeftToRight;
    QTest::newRow("dark") << Scheme::Dark << Qt::LeftToRight;
    QTest::newRow("dark-rtl") << Scheme::Dark << Qt::RightToLeft;
}

void TestWidgets::picturesAreKept()
{
    QFETCH(Scheme, scheme);
    QFETCH(Qt::LayoutDirection, direction);
    m_theme->apply(scheme);
    QApplication::setLayoutDirection(direction);
    testing::ManualClock clock;
    const std::unique_ptr<QWidget> page(gallery(clock));
    page->show();
    QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    testing::keepPicture(*page, QStringLiteral("widgets-") + QString::fromLatin1(QTest::currentDataTag()));
    EventList list(someEvents());
    list.show();
    list.setCurrentIndex(list.model()->index(1, 0));
    QVERIFY(QTest::qWaitForWindowExposed(&list));
    testing::keepPicture(list, QStringLiteral("events-") + QString::fromLatin1(QTest::currentDataTag()));
    // The page is not blank.
    const QImage image = page->grab().toImage();
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY(colors.size() > 50);
}

void TestWidgets::countdownTicksAndTurnsUrgent()
{
    testing::ManualClock clock;
    CountdownLabel label(clock);
    label.setLocale(QLocale::c());
    QVERIFY(label.isHidden());
    label.setDeadline(clock.steadyNow() + 61s);
    QVERIFY(!label.isHidden());
    QCOMPARE(label.text(), QStringLiteral("1:01"));
    QVERIFY(!label.urgent());
    clock.advance(1100ms);
    label.refresh();
    QCOMPARE(label.text(), QStringLiteral("1:00"));
    clock.advance(1s);
    label.refresh();
    QCOMPARE(label.text(), QStringLiteral("0:59"));
    QVERIFY(label.urgent());
    QVERIFY(label.accessibleName().contains(QStringLiteral("0:59")));
    label.setDeadline(std::nullopt);
    QVERIFY(label.isHidden());
}

void TestWidgets::countdownExpiresOnce()
{
    testing::ManualClock clock;
    CountdownLabel label(clock);
    QSignalSpy expired(&label, &CountdownLabel::expired);
    label.setDeadline(clock.steadyNow() + 2s);
    clock.advance(2s);
    label.refresh();
    label.refresh();
    QCOMPARE(expired.count(), 1);
}

void TestWidgets::searchAsksOncePerText()
{
    SearchField field(QStringLiteral("Search"));
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClicks(&field, QStringLiteral("win"));
    QCOMPARE(asked.count(), 0);
    QVERIFY(asked.wait());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.last().first().toString(), QStringLiteral("win"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QTest::keyClicks(&field, QStringLiteral("ter"));
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().first().toString(), QStringLiteral("winter"));
}

void TestWidgets::searchIsClearedByEscape()
{
    SearchField field(QStringLiteral("Search"));
    QSignalSpy asked(&field, &SearchField::searchRequested);
    QTest::keyClicks(&field, QStringLiteral("x"));
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(asked.last().first().toString(), QString());
}

void TestWidgets::bannerSaysAndOffers()
{
    MessageBanner banner;
    QVERIFY(banner.isHidden());
    banner.showMessage(Severity::Error, QStringLiteral("No connection."), QStringLiteral("Retry"));
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.accessibleName(), QStringLiteral("No connection."));
    QSignalSpy triggered(&banner, &MessageBanner::actionTriggered);
    QSignalSpy closed(&banner, &MessageBanner::closed);
    auto *action = banner.findChild<QPushButton *>();
    QCOMPARE(action->text(), QStringLiteral("Retry"));
    QTest::keyClick(action, Qt::Key_Space);
    QCOMPARE(triggered.count(), 1);
    banner.findChild<QToolButton *>()->click();
    QCOMPARE(closed.count(), 1);
    QVERIFY(banner.isHidden());
}

void TestWidgets::bannerNeverInterpretsMarkup()
{
    MessageBanner banner;
    banner.showMessage(Severity::Info, QStringLiteral("<b>bold</b>"));
    QCOMPARE(banner.findChild<QLabel *>()->textFormat(), Qt::PlainText);
}

void TestWidgets::labelsNeverInterpretMarkup()
{
    const TextLabel plain(QStringLiteral("<h1>x</h1>"));
    QCOMPARE(plain.textFormat(), Qt::PlainText);
    QVERIFY(plain.sizeHint().height() < 2 * plain.fontMetrics().height());
}

void TestWidgets::elidedLabelShortens()
{
    ElidedLabel label(QString(200, QLatin1Char('m')));
    label.resize(100, 30);
    QVERIFY(label.elided());
    QVERIFY(label.minimumSizeHint().width() < 100);
    label.setText(QStringLiteral("m"));
    QVERIFY(!label.elided());
}

void TestWidgets::formFieldShowsItsError()
{
    auto *edit = new QLineEdit;
    FormField field(QStringLiteral("Name"), edit, QStringLiteral("As on the ticket"));
    QCOMPARE(edit->accessibleName(), QStringLiteral("Name"));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("As on the ticket"));
    field.setError(QStringLiteral("Enter a name."));
    QVERIFY(isMarkedInvalid(edit));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("Enter a name."));
    field.setError({});
    QVERIFY(!isMarkedInvalid(edit));
    QCOMPARE(edit->accessibleDescription(), QStringLiteral("As on the ticket"));
}

void TestWidgets::passwordCanBeShown()
{
    const std::unique_ptr<QLineEdit> field(makePasswordField());
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    field->actions().constFirst()->trigger();
    QCOMPARE(field->echoMode(), QLineEdit::Normal);
}

void TestWidgets::busyOverlayTakesInputAndGivesFocusBack()
{
    QWidget page;
    page.resize(400, 300);
    auto *column = new QVBoxLayout(&page);
    auto *edit = new QLineEdit;
    auto *button = new QPushButton(QStringLiteral("Go"));
    column->addWidget(edit);
    column->addWidget(button);
    BusyOverlay overlay(&page);
    page.show();
    QVERIFY(QTest::qWaitForWindowActive(&page));
    edit->setFocus();
    QSignalSpy clicked(button, &QPushButton::clicked);

    overlay.start(QStringLiteral("Booking…"));
    QCOMPARE(overlay.geometry(), page.rect());
    QVERIFY(overlay.hasFocus());
    QTest::keyClicks(page.focusWidget(), QStringLiteral("abc"));
    QVERIFY(edit->text().isEmpty());
    QCOMPARE(page.childAt(button->geometry().center()) == button, false);
    page.resize(600, 500);
    QTRY_COMPARE(overlay.geometry(), page.rect());
    overlay.stop();
    QVERIFY(!overlay.busy());
    QVERIFY(edit->hasFocus());
    QCOMPARE(clicked.count(), 0);

    // Also when a window stands before it meanwhile.
    QDialog front(&page);
    front.show();
    QVERIFY(QTest::qWaitForWindowActive(&front));
    overlay.start(QStringLiteral("Booking…"));
    QCOMPARE(page.focusWidget(), &overlay);
    overlay.stop();
    QCOMPARE(page.focusWidget(), edit);
}

void TestWidgets::toastGoesByItself()
{
    QWidget page;
    page.resize(800, 600);
    Toast toast(&page);
    page.show();
    toast.showMessage(Severity::Success, QStringLiteral("Saved."), 50ms);
    QVERIFY(toast.isVisible());
    QVERIFY(page.rect().contains(toast.geometry()));
    QTRY_VERIFY(!toast.isVisible());
}

void TestWidgets::promptAnswersLater()
{
    QWidget page;
    page.show();
    DialogPrompter prompter;
    std::optional<Answer> answer;
    prompter.ask(&page, {.title = QStringLiteral("Hold?"), .text = QStringLiteral("<i>F 12</i>"), .yes = QStringLiteral("Hold"), .dontAskAgain = QStringLiteral("Do not ask again")},
                 [&answer](Answer given) { answer = given; });
    QVERIFY(!answer);
    auto *dialog = page.findChild<QDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    dialog->findChild<QCheckBox *>()->setChecked(true);
    dialog->accept();
    QVERIFY(answer && answer->yes && answer->dontAskAgain);
}

void TestWidgets::promptMayHaveAThirdAnswer()
{
    QWidget page;
    page.show();
    DialogPrompter prompter;
    std::optional<Answer> answer;
    prompter.ask(&page, {.title = QStringLiteral("Pay back?"), .text = QStringLiteral("x"), .yes = QStringLiteral("Pay back"), .other = QStringLiteral("To a voucher")},
                 [&answer](Answer given) { answer = given; });
    auto *dialog = page.findChild<QDialog *>();
    for (auto *button : dialog->findChildren<QPushButton *>()) {
        if (button->text() == QStringLiteral("To a voucher"))
            button->click();
    }
    QVERIFY(answer && answer->other && !answer->yes);
}

void TestWidgets::promptIsReadWholeWhateverItsAnswersAre()
{
    QWidget page;
    page.show();
    DialogPrompter prompter;
    const QString text = QStringLiteral("Every ticket of this booking becomes void, the money is given back, and its seats are on sale again at once. It cannot be undone.");
    prompter.ask(&page, {.title = QStringLiteral("Cancel?"), .text = text, .yes = QStringLiteral("Cancel the whole booking"), .no = QStringLiteral("Keep the booking as it is"),
                         .other = QStringLiteral("Give it to a voucher instead…")},
                 [](Answer) {});
    auto *dialog = page.findChild<QDialog *>();
    QVERIFY(QTest::qWaitForWindowExposed(dialog));
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    for (const QPushButton *button : dialog->findChildren<QPushButton *>())
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
}

void TestWidgets::promptDefaultsToTheHarmlessAnswer()
{
    QWidget page;
    page.show();
    DialogPrompter prompter;
    std::optional<Answer> answer;
    prompter.ask(&page, {.title = QStringLiteral("Cancel?"), .text = QStringLiteral("x"), .yes = QStringLiteral("Cancel booking"), .dangerous = true},
                 [&answer](Answer given) { answer = given; });
    auto *dialog = page.findChild<QDialog *>();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(dialog, Qt::Key_Return);
    QVERIFY(answer && !answer->yes);
}

void TestWidgets::connectionSaysItInWords()
{
    ConnectionIndicator indicator;
    QSet<QString> words;
    for (const LinkState state : {LinkState::Connected, LinkState::Connecting, LinkState::Offline, LinkState::Checking}) {
        indicator.setState(state);
        words.insert(indicator.text());
        QVERIFY(indicator.accessibleName().contains(indicator.text()));
    }
    QCOMPARE(words.size(), 4);
    indicator.setServer(QStringLiteral("<img src=x>"));
    QVERIFY(!indicator.toolTip().contains(QStringLiteral("<img")));
}

void TestWidgets::cardsShowMarkupLetterByLetter()
{
    // The same name with and without tags must not paint the same pixels.
    QList<EventSummary> events = someEvents().mid(2, 1);
    EventList tagged(events);
    events.first().name = QStringLiteral("Night Train & Friends");
    EventList plain(events);
    const QRect words(160, 0, 400, 110); // beside the poster, which differs by name anyway
    QVERIFY(tagged.grab(words).toImage() != plain.grab(words).toImage());
}

void TestWidgets::spokenEventNamesEverything()
{
    const QString text = EventCardDelegate::spokenText(someEvents().constFirst(), QLocale(QStringLiteral("en_GB")));
    for (const char *part : {"The Winter's Tale", "21 November 2026", "Parterre Playhouse", "431 of 812 free", "€12.00"})
        QVERIFY2(text.contains(QString::fromUtf8(part)), qPrintable(text));
    EventSummary dearer = someEvents().constFirst();
    dearer.lowestInAll = Money {.amount = 1'440};
    dearer.highestInAll = Money {.amount = 6'960};
    dearer.bookingFee = Money {.amount = 300};
    const QString charged = EventCardDelegate::spokenText(dearer, QLocale(QStringLiteral("en_GB")));
    for (const char *part : {"€14.40", "€69.60", "plus €3.00 per booking"})
        QVERIFY2(charged.contains(QString::fromUtf8(part)), qPrintable(charged));
    QVERIFY2(!charged.contains(QStringLiteral("€12.00")), qPrintable(charged));
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
