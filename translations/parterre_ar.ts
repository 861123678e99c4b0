<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar">
<context>
    <name>DesignChecks</name>
    <message>
        <source>There is nothing to sell yet</source>
        <translation>لا يوجد ما يباع بعد</translation>
    </message>
    <message>
        <source>There are too many places</source>
        <translation>عدد الأماكن أكبر من المسموح</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats are called %1</source>
        <translation>
            <numerusform>لا مقاعد باسم %1</numerusform>
            <numerusform>مقعد واحد باسم %1</numerusform>
            <numerusform>مقعدان باسم %1</numerusform>
            <numerusform>%Ln مقاعد باسم %1</numerusform>
            <numerusform>%Ln مقعدًا باسم %1</numerusform>
            <numerusform>%Ln مقعد باسم %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Two areas are called %1</source>
        <translation>منطقتان باسم %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats have no number</source>
        <translation>
            <numerusform>لا مقاعد بلا رقم</numerusform>
            <numerusform>مقعد واحد بلا رقم</numerusform>
            <numerusform>مقعدان بلا رقم</numerusform>
            <numerusform>%Ln مقاعد بلا رقم</numerusform>
            <numerusform>%Ln مقعدًا بلا رقم</numerusform>
            <numerusform>%Ln مقعد بلا رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>A table or an area has no name</source>
        <translation>طاولة أو منطقة بلا اسم</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats have no category</source>
        <translation>
            <numerusform>لا مقاعد بلا فئة سعر</numerusform>
            <numerusform>مقعد واحد بلا فئة سعر</numerusform>
            <numerusform>مقعدان بلا فئة سعر</numerusform>
            <numerusform>%Ln مقاعد بلا فئة سعر</numerusform>
            <numerusform>%Ln مقعدًا بلا فئة سعر</numerusform>
            <numerusform>%Ln مقعد بلا فئة سعر</numerusform>
        </translation>
    </message>
    <message>
        <source>An area has no category</source>
        <translation>منطقة بلا فئة سعر</translation>
    </message>
    <message>
        <source>Nobody fits into an area</source>
        <translation>منطقة لا تتسع لأحد</translation>
    </message>
    <message>
        <source>An area has no outline</source>
        <translation>منطقة بلا حدود</translation>
    </message>
    <message>
        <source>A row has no label</source>
        <translation>صف بلا تسمية</translation>
    </message>
    <message>
        <source>Two seats overlap</source>
        <translation>مقعدان متداخلان</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats stand beside the floor</source>
        <translation>
            <numerusform>لا مقاعد خارج الأرضية</numerusform>
            <numerusform>مقعد واحد خارج الأرضية</numerusform>
            <numerusform>مقعدان خارج الأرضية</numerusform>
            <numerusform>%Ln مقاعد خارج الأرضية</numerusform>
            <numerusform>%Ln مقعدًا خارج الأرضية</numerusform>
            <numerusform>%Ln مقعد خارج الأرضية</numerusform>
        </translation>
    </message>
    <message>
        <source>A companion&apos;s seat has no wheelchair place</source>
        <translation>مقعد مرافق بلا مكان لكرسي متحرك</translation>
    </message>
    <message>
        <source>A companion sits far from the wheelchair place</source>
        <translation>مقعد المرافق بعيد عن مكان الكرسي المتحرك</translation>
    </message>
    <message>
        <source>A wheelchair place has no companion&apos;s seat</source>
        <translation>مكان لكرسي متحرك بلا مقعد مرافق</translation>
    </message>
    <message>
        <source>A gap in row %1 looks like a mistake</source>
        <translation>فجوة في الصف %1 تبدو خطأ</translation>
    </message>
    <message>
        <source>Nobody knows what people look at</source>
        <translation>لا يُعرف إلى أين ينظر الجمهور</translation>
    </message>
    <message>
        <source>Draw rows, tables or an area.</source>
        <translation>ارسم صفوفًا أو طاولات أو منطقة.</translation>
    </message>
    <message>
        <source>A plan has at most half a million places and a thousand areas.</source>
        <translation>يتسع المخطط لنصف مليون مكان وألف منطقة على الأكثر.</translation>
    </message>
    <message>
        <source>Give one of the rows another label, or its seats other numbers.</source>
        <translation>أعطِ أحد الصفين تسمية أخرى أو مقاعده أرقامًا أخرى.</translation>
    </message>
    <message>
        <source>Number the seats, or give it a name.</source>
        <translation>رقّم المقاعد أو أعطها اسمًا.</translation>
    </message>
    <message>
        <source>Choose a category and paint them: it decides what they cost.</source>
        <translation>اختر فئة سعر ولوّنها بها، فهي التي تحدد الثمن.</translation>
    </message>
    <message>
        <source>Say how many people may be in it.</source>
        <translation>حدّد كم شخصًا يُسمح به فيها.</translation>
    </message>
    <message>
        <source>Delete it and draw it anew.</source>
        <translation>احذفها وارسمها من جديد.</translation>
    </message>
    <message>
        <source>People find their seat by it.</source>
        <translation>بها يجد الناس مقاعدهم.</translation>
    </message>
    <message>
        <source>Move one of them, or make them smaller.</source>
        <translation>انقل أحدهما أو صغّرهما.</translation>
    </message>
    <message>
        <source>Move them, or draw the floor of the section larger.</source>
        <translation>انقلها أو ارسم أرضية القسم أكبر.</translation>
    </message>
    <message>
        <source>Select both seats and join them.</source>
        <translation>حدّد المقعدين واربطهما.</translation>
    </message>
    <message>
        <source>They should sit side by side.</source>
        <translation>ينبغي أن يكونا متجاورين.</translation>
    </message>
    <message>
        <source>Select it with a seat beside it and join them.</source>
        <translation>حدّده مع مقعد بجانبه واربطهما.</translation>
    </message>
    <message>
        <source>It is wider than between other seats, but no aisle.</source>
        <translation>هي أعرض مما بين المقاعد الأخرى لكنها ليست ممرًا.</translation>
    </message>
    <message>
        <source>Set it with the tool: the best seats are found from there.</source>
        <translation>حدّدها بالأداة، فمنها تُعرف أفضل المقاعد.</translation>
    </message>
</context>
<context>
    <name>DesignSteps</name>
    <message numerus="yes">
        <source>Delete %Ln objects</source>
        <translation>
            <numerusform>حذف لا شيء</numerusform>
            <numerusform>حذف جسم واحد</numerusform>
            <numerusform>حذف جسمين</numerusform>
            <numerusform>حذف %Ln أجسام</numerusform>
            <numerusform>حذف %Ln جسمًا</numerusform>
            <numerusform>حذف %Ln جسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>نقل</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>تدوير</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>تغيير الحجم</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>عكس أفقي</translation>
    </message>
    <message>
        <source>Mirror upside down</source>
        <translation>عكس رأسي</translation>
    </message>
    <message>
        <source>Change the section</source>
        <translation>تغيير القسم</translation>
    </message>
    <message>
        <source>Change the level</source>
        <translation>تغيير الطابق</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>فك القفل</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>إلى الأمام تمامًا</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>إلى الخلف تمامًا</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>خطوة إلى الأمام</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>خطوة إلى الخلف</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Duplicate along a line</source>
        <translation>تكرار على طول خط</translation>
    </message>
    <message>
        <source>Rename the plan</source>
        <translation>تغيير اسم المخطط</translation>
    </message>
    <message>
        <source>Move the focal point</source>
        <translation>نقل نقطة النظر</translation>
    </message>
    <message>
        <source>Remove the focal point</source>
        <translation>إزالة نقطة النظر</translation>
    </message>
    <message>
        <source>Fit the size</source>
        <translation>ملاءمة المقاس</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>إضافة فئة سعر</translation>
    </message>
    <message>
        <source>Change a category</source>
        <translation>تغيير فئة سعر</translation>
    </message>
    <message>
        <source>Remove a category</source>
        <translation>إزالة فئة سعر</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>إضافة قسم</translation>
    </message>
    <message>
        <source>Rename a section</source>
        <translation>تغيير اسم قسم</translation>
    </message>
    <message>
        <source>Remove a section</source>
        <translation>إزالة قسم</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>إضافة طابق</translation>
    </message>
    <message>
        <source>Change a level</source>
        <translation>تغيير طابق</translation>
    </message>
    <message>
        <source>Remove a level</source>
        <translation>إزالة طابق</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>إزالة الصورة</translation>
    </message>
    <message>
        <source>Add a picture to trace</source>
        <translation>إضافة صورة للرسم فوقها</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>تغيير الصورة</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>محاذاة</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>توزيع</translation>
    </message>
    <message>
        <source>Space evenly</source>
        <translation>مسافات متساوية</translation>
    </message>
    <message>
        <source>Number rows and seats</source>
        <translation>ترقيم الصفوف والمقاعد</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>لصق</translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation>تغيير فئة السعر</translation>
    </message>
    <message>
        <source>Change the seats&apos; attributes</source>
        <translation>تغيير صفات المقاعد</translation>
    </message>
    <message>
        <source>Change the seats&apos; size</source>
        <translation>تغيير حجم المقاعد</translation>
    </message>
    <message>
        <source>Take seats out</source>
        <translation>إخراج مقاعد</translation>
    </message>
    <message>
        <source>Put seats back</source>
        <translation>إعادة مقاعد</translation>
    </message>
    <message>
        <source>Change a seat&apos;s number</source>
        <translation>تغيير رقم مقعد</translation>
    </message>
    <message>
        <source>Join a companion&apos;s seat</source>
        <translation>ربط مقعد مرافق</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Draw a block</source>
        <translation>رسم كتلة صفوف</translation>
    </message>
    <message>
        <source>%1 rows × %2 seats</source>
        <translation>%1 صفوف × %2 مقاعد</translation>
    </message>
    <message>
        <source>Place a table</source>
        <translation>وضع طاولة</translation>
    </message>
    <message>
        <source>Place a seat</source>
        <translation>وضع مقعد</translation>
    </message>
    <message>
        <source>Draw the stage</source>
        <translation>رسم المسرح</translation>
    </message>
    <message>
        <source>Draw a shape</source>
        <translation>رسم شكل</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>رسم منطقة</translation>
    </message>
    <message>
        <source>Draw a section&apos;s floor</source>
        <translation>رسم أرضية قسم</translation>
    </message>
    <message>
        <source>Draw an aisle</source>
        <translation>رسم ممر</translation>
    </message>
    <message>
        <source>Draw a curved row</source>
        <translation>رسم صف منحنٍ</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>كتابة نص</translation>
    </message>
    <message>
        <source>Place an icon</source>
        <translation>وضع رمز</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>وقوف</translation>
    </message>
    <message>
        <source>Standing %1</source>
        <translation>وقوف %1</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>less %1 %2</source>
        <translation>ناقص %1 %2</translation>
    </message>
    <message>
        <source>fee %1</source>
        <translation>رسوم %1</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>ضريبة %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Booking fee</source>
        <translation>رسوم الحجز</translation>
    </message>
    <message>
        <source>Cancellation fee</source>
        <translation>رسوم الإلغاء</translation>
    </message>
    <message>
        <source>Tax contained: %1</source>
        <translation>الضريبة المشمولة: %1</translation>
    </message>
    <message>
        <source>plus %1 per booking</source>
        <translation>إضافة إلى %1 لكل حجز</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Nowhere</source>
        <translation>لا تظهر</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>يسار</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>يمين</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>الجانبان</translation>
    </message>
    <message>
        <source>Seat numbers</source>
        <translation>أرقام المقاعد</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Odd left, even right</source>
        <translation>فردي يسارًا، زوجي يمينًا</translation>
    </message>
    <message>
        <source>Odd right, even left</source>
        <translation>فردي يمينًا، زوجي يسارًا</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>1, 2, 3</source>
        <translation>1, 2, 3</translation>
    </message>
    <message>
        <source>A, B, C</source>
        <translation>A, B, C</translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>a, b, c</translation>
    </message>
    <message>
        <source>First</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>بادئة</translation>
    </message>
    <message>
        <source>Seat radius</source>
        <translation>نصف قطر المقعد</translation>
    </message>
    <message>
        <source>Aisles before seats</source>
        <translation>ممرات قبل المقاعد</translation>
    </message>
    <message>
        <source>Aisle width</source>
        <translation>عرض الممر</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>كتلة صفوف</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>الصفوف</translation>
    </message>
    <message>
        <source>Seats a row</source>
        <translation>مقاعد الصف</translation>
    </message>
    <message>
        <source>Seat spacing</source>
        <translation>تباعد المقاعد</translation>
    </message>
    <message>
        <source>Row spacing</source>
        <translation>تباعد الصفوف</translation>
    </message>
    <message>
        <source>Bend, degrees</source>
        <translation>الانحناء بالدرجات</translation>
    </message>
    <message>
        <source>More seats each row</source>
        <translation>زيادة المقاعد لكل صف</translation>
    </message>
    <message>
        <source>Row labels</source>
        <translation>تسميات الصفوف</translation>
    </message>
    <message>
        <source>Never use</source>
        <translation>لا تُستعمل</translation>
    </message>
    <message>
        <source>From the back</source>
        <translation>من الخلف</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>تظهر</translation>
    </message>
    <message>
        <source>Start anew at aisles</source>
        <translation>البدء من جديد عند الممرات</translation>
    </message>
    <message>
        <source>Curved row</source>
        <translation>صف منحنٍ</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>التسمية</translation>
    </message>
    <message>
        <source>Row of single seats</source>
        <translation>صف من مقاعد مفردة</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>طاولة</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>الشكل</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>مستديرة</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Sold as a whole</source>
        <translation>تُباع كاملة</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>الكراسي</translation>
    </message>
    <message>
        <source>Chairs above</source>
        <translation>كراسٍ في الأعلى</translation>
    </message>
    <message>
        <source>Chairs right</source>
        <translation>كراسٍ يمينًا</translation>
    </message>
    <message>
        <source>Chairs below</source>
        <translation>كراسٍ في الأسفل</translation>
    </message>
    <message>
        <source>Chairs left</source>
        <translation>كراسٍ يسارًا</translation>
    </message>
    <message>
        <source>Gap to the chairs</source>
        <translation>المسافة إلى الكراسي</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>منطقة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>السعة</translation>
    </message>
    <message>
        <source>Floor of a section</source>
        <translation>أرضية قسم</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>الحافة</translation>
    </message>
    <message>
        <source>Shows the section&apos;s name</source>
        <translation>تُظهر اسم القسم</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Radius across</source>
        <translation>نصف القطر عرضًا</translation>
    </message>
    <message>
        <source>Radius down</source>
        <translation>نصف القطر طولًا</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>لون النص</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>العلامة</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>مدخل</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>مخرج</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>درج</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>مصعد</translation>
    </message>
    <message>
        <source>Toilets</source>
        <translation>دورات المياه</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>كرسي متحرك</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>بار</translation>
    </message>
    <message>
        <source>Cloakroom</source>
        <translation>غرفة المعاطف</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>إسعافات أولية</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>ممر</translation>
    </message>
</context>
<context>
    <name>RowTool</name>
    <message>
        <source>Draw a row</source>
        <translation>رسم صف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats, %1 apart</source>
        <translation>
            <numerusform>لا مقاعد، التباعد %1</numerusform>
            <numerusform>مقعد واحد، التباعد %1</numerusform>
            <numerusform>مقعدان، التباعد %1</numerusform>
            <numerusform>%Ln مقاعد، التباعد %1</numerusform>
            <numerusform>%Ln مقعدًا، التباعد %1</numerusform>
            <numerusform>%Ln مقعد، التباعد %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatAttributes</name>
    <message>
        <source>Wheelchair place</source>
        <translation>مكان لكرسي متحرك</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>مقعد مرافق</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>رؤية محدودة</translation>
    </message>
    <message>
        <source>At the aisle</source>
        <translation>بجانب الممر</translation>
    </message>
    <message>
        <source>Without steps</source>
        <translation>بلا درجات</translation>
    </message>
    <message>
        <source>House seat</source>
        <translation>مقعد الدار</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Change the number of seats</source>
        <translation>تغيير عدد المقاعد</translation>
    </message>
    <message>
        <source>%1 rows × %2 seats</source>
        <translation>%1 صفوف × %2 مقاعد</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Standard</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>الصالة</translation>
    </message>
    <message>
        <source>Theatre</source>
        <translation>مسرح</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>ممتاز</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>شرفة</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>مقصورات</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>الشرفة الأولى</translation>
    </message>
    <message>
        <source>Boxes left</source>
        <translation>مقصورات اليسار</translation>
    </message>
    <message>
        <source>Boxes right</source>
        <translation>مقصورات اليمين</translation>
    </message>
    <message>
        <source>Arena</source>
        <translation>ساحة</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>الجانب الطويل</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>الجانب القصير</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>زاوية</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>الملعب</translation>
    </message>
    <message>
        <source>South</source>
        <translation>الجنوب</translation>
    </message>
    <message>
        <source>North</source>
        <translation>الشمال</translation>
    </message>
    <message>
        <source>West</source>
        <translation>الغرب</translation>
    </message>
    <message>
        <source>East</source>
        <translation>الشرق</translation>
    </message>
    <message>
        <source>South East</source>
        <translation>الجنوب الشرقي</translation>
    </message>
    <message>
        <source>South West</source>
        <translation>الجنوب الغربي</translation>
    </message>
    <message>
        <source>North West</source>
        <translation>الشمال الغربي</translation>
    </message>
    <message>
        <source>North East</source>
        <translation>الشمال الشرقي</translation>
    </message>
    <message>
        <source>Theatre in the round</source>
        <translation>مسرح دائري</translation>
    </message>
    <message>
        <source>Near the stage</source>
        <translation>قرب المسرح</translation>
    </message>
    <message>
        <source>Farther back</source>
        <translation>أبعد إلى الخلف</translation>
    </message>
    <message>
        <source>Cinema</source>
        <translation>سينما</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>Cabaret</source>
        <translation>كباريه</translation>
    </message>
    <message>
        <source>Front tables</source>
        <translation>الطاولات الأمامية</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>طاولات</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>وقوف</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>الصالون</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>بار</translation>
    </message>
    <message>
        <source>Standing at the bar</source>
        <translation>وقوف عند البار</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>قاعة دراسية</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>مقعد</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>السبورة</translation>
    </message>
    <message>
        <source>Wedding</source>
        <translation>حفل زفاف</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>الضيوف</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>العائلة</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>الصدارة</translation>
    </message>
    <message>
        <source>Dance floor</source>
        <translation>حلبة الرقص</translation>
    </message>
    <message>
        <source>Empty plan</source>
        <translation>مخطط فارغ</translation>
    </message>
    <message>
        <source>Theatre with a proscenium</source>
        <translation>مسرح تقليدي</translation>
    </message>
    <message>
        <source>Cabaret with tables</source>
        <translation>كباريه بطاولات</translation>
    </message>
</context>
<context>
    <name>ToolPalette</name>
    <message>
        <source>Select</source>
        <translation>تحديد</translation>
    </message>
    <message>
        <source>Select seats</source>
        <translation>تحديد مقاعد</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>صف</translation>
    </message>
    <message>
        <source>Row on an arc</source>
        <translation>صف على قوس</translation>
    </message>
    <message>
        <source>Curved row</source>
        <translation>صف منحنٍ</translation>
    </message>
    <message>
        <source>Block of rows</source>
        <translation>كتلة صفوف</translation>
    </message>
    <message>
        <source>Single seat</source>
        <translation>مقعد مفرد</translation>
    </message>
    <message>
        <source>Round table</source>
        <translation>طاولة مستديرة</translation>
    </message>
    <message>
        <source>Rectangular table</source>
        <translation>طاولة مستطيلة</translation>
    </message>
    <message>
        <source>Area without seats</source>
        <translation>منطقة بلا مقاعد</translation>
    </message>
    <message>
        <source>Floor of a section</source>
        <translation>أرضية قسم</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>المسرح</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>مستطيل</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>قطع ناقص</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>مضلع</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>ممر</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>نص</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>رمز</translation>
    </message>
    <message>
        <source>What people look at</source>
        <translation>ما ينظر إليه الجمهور</translation>
    </message>
    <message>
        <source>Paint categories</source>
        <translation>تلوين الفئات</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>قياس</translation>
    </message>
    <message>
        <source>Click to select, drag to move. Shift adds, Ctrl drags a copy, Alt on empty ground draws freely round things.</source>
        <translation>انقر للتحديد واسحب للنقل. Shift يضيف، وCtrl يسحب نسخة، وAlt على أرض خالية يحيط بحرّية.</translation>
    </message>
    <message>
        <source>Click seats or drag round them. A double click takes the whole row.</source>
        <translation>انقر المقاعد أو أحط بها. النقر المزدوج يأخذ الصف كله.</translation>
    </message>
    <message>
        <source>Drag from the first seat to the last. Shift turns in steps.</source>
        <translation>اسحب من أول مقعد إلى آخره. Shift يدير بخطوات.</translation>
    </message>
    <message>
        <source>Drag from the first seat to the last, then bend with the pointer and click.</source>
        <translation>اسحب من أول مقعد إلى آخره، ثم احنِه بالمؤشر وانقر.</translation>
    </message>
    <message>
        <source>Click points of the row; a double click or Enter ends it.</source>
        <translation>انقر نقاط الصف؛ ينهيه النقر المزدوج أو Enter.</translation>
    </message>
    <message>
        <source>Click where it stands.</source>
        <translation>انقر حيث يوضع.</translation>
    </message>
    <message>
        <source>Click the corners; the first one, a double click or Enter closes the outline.</source>
        <translation>انقر الزوايا؛ تُغلق الحدود بالزاوية الأولى أو بنقر مزدوج أو Enter.</translation>
    </message>
    <message>
        <source>Click points of the aisle; a double click or Enter ends it.</source>
        <translation>انقر نقاط الممر؛ ينهيه النقر المزدوج أو Enter.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes it even.</source>
        <translation>اسحب من زاوية إلى زاوية. Shift يجعله متساويًا.</translation>
    </message>
    <message>
        <source>Click what the audience looks at: the best seats are found from there.</source>
        <translation>انقر ما ينظر إليه الجمهور، فمنه تُعرف أفضل المقاعد.</translation>
    </message>
    <message>
        <source>Drag over seats to give them the chosen category. Ctrl paints whole rows, Shift whole objects.</source>
        <translation>اسحب فوق المقاعد لتعطيها الفئة المختارة. Ctrl يلوّن صفوفًا كاملة وShift أجسامًا كاملة.</translation>
    </message>
    <message>
        <source>Drag from point to point.</source>
        <translation>اسحب من نقطة إلى نقطة.</translation>
    </message>
    <message>
        <source>Drag a rectangle: it fills with rows of seats. Ctrl+B makes a block by numbers.</source>
        <translation>اسحب مستطيلاً فيمتلئ بصفوف من المقاعد. يصنع Ctrl+B كتلة بالأرقام.</translation>
    </message>
</context>
<context>
    <name>parterre::AccessibleNames</name>
    <message>
        <source>%1 euro</source>
        <translation>%1 يورو</translation>
    </message>
    <message>
        <source>%1 pounds</source>
        <translation>%1 جنيه إسترليني</translation>
    </message>
    <message>
        <source>%1 US dollars</source>
        <translation>%1 دولار أمريكي</translation>
    </message>
    <message>
        <source>%1 Swiss francs</source>
        <translation>%1 فرنك سويسري</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two prices</comment>
        <translation>من %1 إلى %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free. Arrow keys walk from seat to seat, Enter takes or gives back.</source>
        <translation>
            <numerusform>لا مقاعد شاغرة. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
            <numerusform>مقعد واحد شاغر. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
            <numerusform>مقعدان شاغران. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
            <numerusform>%Ln مقاعد شاغرة. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
            <numerusform>%Ln مقعدًا شاغرًا. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
            <numerusform>%Ln مقعد شاغر. تنقّل بين المقاعد بمفاتيح الأسهم، واضغط Enter لأخذ مقعد أو إعادته.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3 free</source>
        <comment>section</comment>
        <translation>%1، الشاغر %2 من %3</translation>
    </message>
    <message>
        <source>Row without a name, %1 of %2 free</source>
        <translation>صف بلا اسم، الشاغر %1 من %2</translation>
    </message>
    <message>
        <source>Row %1, %2 of %3 free</source>
        <translation>الصف %1، الشاغر %2 من %3</translation>
    </message>
    <message>
        <source>%1 seat %2</source>
        <translation>%1 مقعد %2</translation>
    </message>
    <message>
        <source>%1 row %2 seat %3</source>
        <translation>%1 صف %2 مقعد %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Table %1, %2 of %3 free</source>
        <translation>الطاولة %1، الشاغر %2 من %3</translation>
    </message>
    <message>
        <source>sold whole</source>
        <translation>تُباع كاملة</translation>
    </message>
    <message>
        <source>%1 table %2 seat %3</source>
        <translation>%1 طاولة %2 مقعد %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 free</source>
        <comment>area</comment>
        <translation>%1، الشاغر %2 من %3</translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <translation>
            <numerusform>لا شيء منها لك</numerusform>
            <numerusform>واحد منها لك</numerusform>
            <numerusform>اثنان منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
        </translation>
    </message>
    <message>
        <source>Table %1, %2 of %3 in</source>
        <translation>الطاولة %1، حضر %2 من %3</translation>
    </message>
    <message>
        <source>Row without a name, %1 of %2 in</source>
        <translation>صف بلا اسم، حضر %1 من %2</translation>
    </message>
    <message>
        <source>Row %1, %2 of %3 in</source>
        <translation>الصف %1، حضر %2 من %3</translation>
    </message>
    <message numerus="yes">
        <source>%n people in. Arrow keys walk from seat to seat.</source>
        <translation>
            <numerusform>لم يحضر أحد. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
            <numerusform>حضر شخص واحد. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
            <numerusform>حضر شخصان. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
            <numerusform>حضر %n أشخاص. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
            <numerusform>حضر %n شخصًا. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
            <numerusform>حضر %n شخص. تنتقل مفاتيح الأسهم من مقعد إلى مقعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3 in</source>
        <comment>section</comment>
        <translation>%1، حضر %2 من %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 in</source>
        <comment>area</comment>
        <translation>%1، حضر %2 من %3</translation>
    </message>
</context>
<context>
    <name>parterre::DesignView</name>
    <message>
        <source>Drawing of the plan</source>
        <translation>رسم المخطط</translation>
    </message>
</context>
<context>
    <name>parterre::PlaceMarkLegend</name>
    <message>
        <source>gone, where it was</source>
        <translation>أُزيل، حيث كان</translation>
    </message>
    <message>
        <source>new</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>moved, from the dot</source>
        <translation>نُقل، من النقطة</translation>
    </message>
    <message>
        <source>changed where it is</source>
        <translation>تغيّر في مكانه</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>دليل الرموز</translation>
    </message>
</context>
<context>
    <name>parterre::RefundFile</name>
    <message>
        <source>Booking</source>
        <translation>الحجز</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>العميل</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>المقاعد</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>المبلغ</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>رُدّ المبلغ</translation>
    </message>
    <message>
        <source>Paid out at</source>
        <translation>وقت ردّ المبلغ</translation>
    </message>
    <message>
        <source>no</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>نعم</translation>
    </message>
</context>
<context>
    <name>parterre::SeatDescription</name>
    <message>
        <source>yours until %1</source>
        <translation>محتفَظ به لك حتى %1</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>مكان لكرسي متحرك</translation>
    </message>
    <message>
        <source>companion of %1</source>
        <translation>مقعد مرافق للمقعد %1</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>مقعد مرافق</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>رؤية محدودة</translation>
    </message>
    <message>
        <source>step-free</source>
        <translation>وصول بلا درج</translation>
    </message>
    <message>
        <source>on the aisle</source>
        <translation>على الممر</translation>
    </message>
    <message>
        <source>free</source>
        <translation>شاغر</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>محتفَظ به لك</translation>
    </message>
    <message>
        <source>held by someone else</source>
        <translation>محتفَظ به لغيرك</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>مباع</translation>
    </message>
    <message>
        <source>not for sale</source>
        <translation>غير معروض للبيع</translation>
    </message>
    <message>
        <source>asking the box office …</source>
        <translation>جارٍ سؤال شباك التذاكر…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>held by someone else until %1</source>
        <translation>محجوز مؤقتًا لشخص آخر حتى %1</translation>
    </message>
    <message>
        <source>held by %1 until %2</source>
        <translation>محجوز مؤقتًا لـ %1 حتى %2</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>الطاولة %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seats, sold together</source>
        <translation>
            <numerusform>بلا مقاعد</numerusform>
            <numerusform>مقعد واحد، تُباع الطاولة كاملة</numerusform>
            <numerusform>مقعدان يُباعان معًا</numerusform>
            <numerusform>%Ln مقاعد تُباع معًا</numerusform>
            <numerusform>%Ln مقعدًا تُباع معًا</numerusform>
            <numerusform>%Ln مقعد تُباع معًا</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>الشاغر %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n of them yours</source>
        <translation>
            <numerusform>لا شيء منها لك</numerusform>
            <numerusform>واحد منها لك</numerusform>
            <numerusform>اثنان منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
            <numerusform>%Ln منها لك</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, until %3</source>
        <translation>%1: %2، حتى %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 in</source>
        <translation>حضر %1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>لا شيء محجوب</numerusform>
            <numerusform>واحد محجوب</numerusform>
            <numerusform>اثنان محجوبان</numerusform>
            <numerusform>%n محجوبة</numerusform>
            <numerusform>%n محجوبًا</numerusform>
            <numerusform>%n محجوب</numerusform>
        </translation>
    </message>
    <message>
        <source>in</source>
        <translation>حاضر</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>sold, not in yet</source>
        <translation>مباع ولم يحضر بعد</translation>
    </message>
</context>
<context>
    <name>parterre::SeatLegend</name>
    <message>
        <source>Legend</source>
        <translation>دليل الرموز</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>مخطط المقاعد</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMinimap</name>
    <message>
        <source>Overview</source>
        <translation>نظرة عامة</translation>
    </message>
</context>
<context>
    <name>parterre::ShapesItem</name>
    <message>
        <source>Stage</source>
        <translation>خشبة المسرح</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AdmissionList</name>
    <message>
        <source>Taken back: %1</source>
        <translation>أُلغي الدخول: %1</translation>
    </message>
    <message>
        <source>Take back %1</source>
        <translation>إلغاء دخول %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AreaPopover</name>
    <message>
        <source>How &amp;many?</source>
        <translation>&amp;كم مكانًا؟</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>العودة إلى المخطط</translation>
    </message>
    <message>
        <source>How many places</source>
        <translation>عدد الأماكن</translation>
    </message>
    <message>
        <source>&amp;Give all back</source>
        <translation>إعادة ال&amp;جميع</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Give %n back</source>
        <translation>
            <numerusform>بلا إ&amp;عادة</numerusform>
            <numerusform>إ&amp;عادة مكان واحد</numerusform>
            <numerusform>إ&amp;عادة مكانين</numerusform>
            <numerusform>إ&amp;عادة %Ln أماكن</numerusform>
            <numerusform>إ&amp;عادة %Ln مكانًا</numerusform>
            <numerusform>إ&amp;عادة %Ln مكان</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hold 1 place</source>
        <translation>ا&amp;حتفاظ بمكان واحد</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hold %n places</source>
        <translation>
            <numerusform>بلا ا&amp;حتفاظ</numerusform>
            <numerusform>ا&amp;حتفاظ بمكان واحد</numerusform>
            <numerusform>ا&amp;حتفاظ بمكانين</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln أماكن</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln مكانًا</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln مكان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hold %n more</source>
        <translation>
            <numerusform>بلا ا&amp;حتفاظ إضافي</numerusform>
            <numerusform>ا&amp;حتفاظ بمكان إضافي</numerusform>
            <numerusform>ا&amp;حتفاظ بمكانين إضافيين</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln أماكن إضافية</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln مكانًا إضافيًا</numerusform>
            <numerusform>ا&amp;حتفاظ بـ %Ln مكان إضافي</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::ArrivalDelegate</name>
    <message>
        <source>%1 / %2</source>
        <comment>people who are in, and who are expected</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>لا أحد يُنتظر</numerusform>
            <numerusform>يُنتظر واحد</numerusform>
            <numerusform>يُنتظر اثنان</numerusform>
            <numerusform>يُنتظر %n</numerusform>
            <numerusform>يُنتظر %n</numerusform>
            <numerusform>يُنتظر %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>لا شاغر</numerusform>
            <numerusform>واحد شاغر</numerusform>
            <numerusform>اثنان شاغران</numerusform>
            <numerusform>%n شاغرة</numerusform>
            <numerusform>%n شاغرًا</numerusform>
            <numerusform>%n شاغر</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 in, %4 free</source>
        <translation>%1: حضر %2 من %3، الشاغر %4</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AskForm</name>
    <message>
        <source>On the map</source>
        <translation>على المخطط</translation>
    </message>
    <message>
        <source>Ask &amp;before seats are held</source>
        <translation>ا&amp;سأل قبل حجز المقاعد مؤقتًا</translation>
    </message>
    <message>
        <source>Ask before seats are &amp;given back</source>
        <translation>اسأل قبل إ&amp;عادة المقاعد</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockDialog</name>
    <message>
        <source>Block by numbers</source>
        <translation>كتلة بالأرقام</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Add the block</source>
        <translation>إضافة الكتلة</translation>
    </message>
    <message>
        <source>Draw a block</source>
        <translation>رسم كتلة صفوف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockSeatsDialog</name>
    <message>
        <source>What becomes of them</source>
        <translation>ما يؤول إليه أمرها</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>حجب</translation>
    </message>
    <message>
        <source>Block seats</source>
        <translation>حجب مقاعد</translation>
    </message>
    <message>
        <source>Block places</source>
        <translation>حجب أماكن</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>حجب %1</translation>
    </message>
    <message>
        <source>H&amp;old back, for staff to sell</source>
        <translation>&amp;حجب، ليبيعها العاملون</translation>
    </message>
    <message>
        <source>&amp;Kill: nobody sells them</source>
        <translation>ا&amp;ستبعاد: لا يبيعها أحد</translation>
    </message>
    <message>
        <source>House seats</source>
        <translation>مقاعد الدار</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>الصحافة</translation>
    </message>
    <message>
        <source>Camera position</source>
        <translation>موضع كاميرا</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>رؤية محدودة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>&amp;Reason, for staff</source>
        <translation>&amp;السبب، للعاملين</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>لا شاغر</numerusform>
            <numerusform>واحد شاغر</numerusform>
            <numerusform>اثنان شاغران</numerusform>
            <numerusform>%Ln شاغرة</numerusform>
            <numerusform>%Ln شاغرًا</numerusform>
            <numerusform>%Ln شاغر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockWords</name>
    <message>
        <source>Held back</source>
        <translation>محجوب</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>مستبعَد من البيع</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>until somebody releases it</source>
        <translation>إلى أن يحررها أحد</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>until %1, if somebody confirms it</source>
        <translation>حتى %1، إن أكد ذلك أحد</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlocksPanel</name>
    <message>
        <source>&amp;Choose seats</source>
        <translation>ا&amp;ختيار مقاعد</translation>
    </message>
    <message>
        <source>Bl&amp;ock…</source>
        <translation>&amp;حجب…</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>عرض على الم&amp;خطط</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>ت&amp;حرير…</translation>
    </message>
    <message>
        <source>Blocked seats</source>
        <translation>المقاعد المحجوبة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>المحجوب</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The seats are on sale again.</source>
        <translation>عادت المقاعد إلى البيع.</translation>
    </message>
    <message>
        <source>How many places of %1 are blocked is said with “Block…”.</source>
        <translation>عدد الأماكن المحجوبة من %1 يُحدَّد بـ«حجب…».</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1، %2: %3</translation>
    </message>
    <message>
        <source>%1. By %2.</source>
        <translation>%1. من %2.</translation>
    </message>
    <message>
        <source>The blocks could not be read</source>
        <translation>تعذرت قراءة المحجوب</translation>
    </message>
    <message>
        <source>Nothing is blocked</source>
        <translation>لا شيء محجوب</translation>
    </message>
    <message>
        <source>Choose free seats on the map to hold them back, or to kill them.</source>
        <translation>اختر مقاعد شاغرة على المخطط لحجبها أو استبعادها من البيع.</translation>
    </message>
    <message>
        <source>No seat is chosen yet.</source>
        <translation>لم يُختر مقعد بعد.</translation>
    </message>
    <message>
        <source>Release these seats?</source>
        <translation>هل تُحرَّر هذه المقاعد؟</translation>
    </message>
    <message>
        <source>%1, %2: everybody may have them then.</source>
        <translation>%1، %2: تصير عندئذ متاحة للجميع.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>تحرير</translation>
    </message>
    <message>
        <source>Seat %1 is not blocked. Release those that are chosen first, or choose them no more.</source>
        <translation>المقعد %1 غير محجوب. أطلق المقاعد المختارة أولًا، أو ألغِ اختيارها.</translation>
    </message>
    <message>
        <source>Seat %1 is blocked already. Block those that are chosen first, or choose them no more.</source>
        <translation>المقعد %1 محجوب أصلًا. احجب المقاعد المختارة أولًا، أو ألغِ اختيارها.</translation>
    </message>
    <message>
        <source>Seat %1 is taken. Free seats can be blocked, and blocked ones released.</source>
        <translation>المقعد %1 مأخوذ. يمكن حجب المقاعد الشاغرة وإطلاق المحجوبة.</translation>
    </message>
    <message>
        <source>Press “Choose seats”, then free seats on the map to block them, or blocked ones to release them.</source>
        <translation>اضغط «اختيار المقاعد»، ثم مقاعد شاغرة على المخطط لحجبها، أو محجوبة لإطلاقها.</translation>
    </message>
    <message>
        <source>Chosen to be released: %1</source>
        <translation>اختير للإطلاق: %1</translation>
    </message>
    <message>
        <source>Chosen to be blocked: %1</source>
        <translation>اختير للحجب: %1</translation>
    </message>
    <message>
        <source>%1: everybody may have them then.</source>
        <translation>%1: يمكن للجميع أخذها بعد ذلك.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookedPage</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>Booking reference</source>
        <translation>رقم الحجز</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingCardDelegate</name>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>مؤكَّد</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 ومقعد آخر</numerusform>
            <numerusform>%1 ومقعدان آخران</numerusform>
            <numerusform>%1 و%Ln مقاعد أخرى</numerusform>
            <numerusform>%1 و%Ln مقعدًا آخر</numerusform>
            <numerusform>%1 و%Ln مقعد آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>محجوز غير مدفوع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingDetails</name>
    <message>
        <source>No booking chosen</source>
        <translation>لم يُختر حجز</translation>
    </message>
    <message>
        <source>Choose one from the list to see its tickets and payments.</source>
        <translation>اختر حجزًا من القائمة لترى تذاكره ومدفوعاته.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>المدفوعات</translation>
    </message>
    <message>
        <source>&amp;Cancel this booking…</source>
        <translation>إ&amp;لغاء هذا الحجز…</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Booked by %1 on %2</source>
        <translation>حجزه %1 بتاريخ %2</translation>
    </message>
    <message>
        <source>received %1, change %2</source>
        <translation>المستلَم %1، الباقي %2</translation>
    </message>
    <message>
        <source>&amp;Cancel 1 ticket…</source>
        <translation>إ&amp;لغاء تذكرة واحدة…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n tickets…</source>
        <translation>
            <numerusform>إ&amp;لغاء %n تذكرة…</numerusform>
            <numerusform>إ&amp;لغاء تذكرة واحدة…</numerusform>
            <numerusform>إ&amp;لغاء تذكرتين…</numerusform>
            <numerusform>إ&amp;لغاء %n تذاكر…</numerusform>
            <numerusform>إ&amp;لغاء %n تذكرة…</numerusform>
            <numerusform>إ&amp;لغاء %n تذكرة…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Exchange…</source>
        <translation>ا&amp;ستبدال…</translation>
    </message>
    <message>
        <source>&amp;Exchange 1 ticket…</source>
        <translation>ا&amp;ستبدال تذكرة واحدة…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Exchange %n tickets…</source>
        <translation>
            <numerusform>ا&amp;ستبدال %n تذكرة…</numerusform>
            <numerusform>ا&amp;ستبدال تذكرة واحدة…</numerusform>
            <numerusform>ا&amp;ستبدال تذكرتين…</numerusform>
            <numerusform>ا&amp;ستبدال %n تذاكر…</numerusform>
            <numerusform>ا&amp;ستبدال %n تذكرة…</numerusform>
            <numerusform>ا&amp;ستبدال %n تذكرة…</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay &amp;out %1…</source>
        <translation>&amp;ردّ %1…</translation>
    </message>
    <message>
        <source>%1 was cancelled: %2</source>
        <translation>أُلغيت فعالية %1: %2</translation>
    </message>
    <message>
        <source>%1 is owed to the customer.</source>
        <translation>يُستحق للعميل مبلغ %1.</translation>
    </message>
    <message>
        <source>You get %1 back. Ask at the box office.</source>
        <translation>يُردّ إليكم مبلغ %1. يُرجى السؤال عند شباك التذاكر.</translation>
    </message>
    <message>
        <source>Owed, not paid back yet</source>
        <translation>مستحق ولم يُردّ بعد</translation>
    </message>
    <message>
        <source>&amp;Take the payment…</source>
        <translation>&amp;استلام الدفع…</translation>
    </message>
    <message>
        <source>Change the &amp;date…</source>
        <translation>تغيير ال&amp;تاريخ…</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>ت&amp;حرير…</translation>
    </message>
    <message>
        <source>Re&amp;lease 1 seat…</source>
        <translation>ت&amp;حرير مقعد واحد…</translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;lease %n seats…</source>
        <translation>
            <numerusform>ت&amp;حرير المقاعد…</numerusform>
            <numerusform>ت&amp;حرير مقعد واحد…</numerusform>
            <numerusform>ت&amp;حرير مقعدين…</numerusform>
            <numerusform>ت&amp;حرير %n مقاعد…</numerusform>
            <numerusform>ت&amp;حرير %n مقعدًا…</numerusform>
            <numerusform>ت&amp;حرير %n مقعد…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reserved until %1, and not paid yet. Then its seats fall free.</source>
        <translation>محجوز حتى %1 ولم يُدفع بعد. بعدها تصير مقاعده شاغرة.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay at the box office by then, or its seats fall free.</source>
        <translation>محجوز لك حتى %1. ادفع في شباك التذاكر قبل ذلك وإلا صارت المقاعد شاغرة.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, given back</source>
        <translation>%1: %2، أُعيد</translation>
    </message>
    <message>
        <source>Cancelling all of it would cost %1.</source>
        <translation>إلغاء الحجز كله يكلف %1.</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>تغيير بيانات الاتصال</translation>
    </message>
    <message>
        <source>Reserved until %1, and not paid yet. Then its seat falls free.</source>
        <translation>محجوز حتى %1 ولم يُدفع بعد. بعد ذلك يصبح مقعده شاغرًا.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay at the box office by then, or its seat falls free.</source>
        <translation>محجوز لك حتى %1. ادفع في شباك التذاكر قبل ذلك، وإلا أصبح مقعده شاغرًا.</translation>
    </message>
    <message>
        <source>Pay &amp;online…</source>
        <translation>الدفع عبر الإن&amp;ترنت…</translation>
    </message>
    <message>
        <source>&amp;Go on paying…</source>
        <translation>متابعة ال&amp;دفع…</translation>
    </message>
    <message>
        <source>Gi&amp;ve up paying…</source>
        <translation>التخلي عن ال&amp;سداد…</translation>
    </message>
    <message>
        <source>Reserved until %1, and being paid online. Then its seat falls free.</source>
        <translation>محجوز حتى %1 ويُدفع عبر الإنترنت. بعد ذلك يصبح مقعده شاغرًا.</translation>
    </message>
    <message>
        <source>Reserved until %1, and being paid online. Then its seats fall free.</source>
        <translation>محجوز حتى %1 ويُدفع عبر الإنترنت. بعد ذلك تصبح مقاعده شاغرة.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. You have begun to pay online: go on by then, or its seat falls free.</source>
        <translation>محجوز لك حتى %1. بدأت الدفع عبر الإنترنت: تابعه قبل ذلك، وإلا أصبح مقعده شاغرًا.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. You have begun to pay online: go on by then, or its seats fall free.</source>
        <translation>محجوز لك حتى %1. بدأت الدفع عبر الإنترنت: تابعه قبل ذلك، وإلا أصبحت مقاعده شاغرة.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay online or at the box office by then, or its seat falls free.</source>
        <translation>محجوز لك حتى %1. ادفع عبر الإنترنت أو في شباك التذاكر قبل ذلك، وإلا أصبح مقعده شاغرًا.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay online or at the box office by then, or its seats fall free.</source>
        <translation>محجوز لك حتى %1. ادفع عبر الإنترنت أو في شباك التذاكر قبل ذلك، وإلا أصبحت مقاعده شاغرة.</translation>
    </message>
    <message>
        <source>%1 arrived when this booking was another one, or over, and is on its way back.</source>
        <translation>وصل مبلغ %1 بعد أن تغيّر هذا الحجز أو انتهى، وهو في طريق العودة.</translation>
    </message>
    <message>
        <source>%1 arrived after the seats were gone and is on its way back.</source>
        <translation>وصل مبلغ %1 بعد أن ذهبت المقاعد، وهو في طريق العودة.</translation>
    </message>
    <message>
        <source>%1 arrived when this booking was another one, or over, and went back the way it came.</source>
        <translation>وصل مبلغ %1 بعد أن تغيّر هذا الحجز أو انتهى، وعاد بالطريقة التي أتى بها.</translation>
    </message>
    <message>
        <source>%1 arrived after the seats were gone and went back the way it came.</source>
        <translation>وصل مبلغ %1 بعد أن ذهبت المقاعد، وعاد بالطريقة التي أتى بها.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. A manager has to settle it.</source>
        <translation>وصل مبلغ %1 ولم يمكن الحجز به. على أحد المديرين تسوية ذلك.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. Ask the house for help and name the reference of this booking.</source>
        <translation>وصل مبلغ %1 ولم يمكن الحجز به. اطلب المساعدة من الدار واذكر رقم هذا الحجز.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. The house has settled it.</source>
        <translation>وصل مبلغ %1 ولم يمكن الحجز به. سوّت الدار الأمر.</translation>
    </message>
    <message>
        <source>Nothing was paid for it.</source>
        <translation>لم يُدفع شيء مقابله.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingOnline</name>
    <message>
        <source>The connection broke. Checking whether the payment was begun; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق مما إذا بدأ الدفع؛ يرجى الانتظار.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Give up paying booking %1 online?</source>
        <translation>التخلي عن دفع الحجز %1 عبر الإنترنت؟</translation>
    </message>
    <message>
        <source>Its seats are on sale again at once. If it was paid a moment ago, it stays paid.</source>
        <translation>تعود مقاعده إلى البيع فورًا. وإن دُفع قبل لحظة بقي مدفوعًا.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>التخلي</translation>
    </message>
    <message>
        <source>Go on paying</source>
        <translation>متابعة الدفع</translation>
    </message>
    <message>
        <source>It stays reserved, and can be paid otherwise. If it was paid a moment ago, it stays paid.</source>
        <translation>يبقى محجوزًا ويمكن دفعه بطريقة أخرى. وإن دُفع قبل لحظة بقي مدفوعًا.</translation>
    </message>
    <message>
        <source>Booking %1 was paid before it was given up. It is confirmed.</source>
        <translation>دُفع الحجز %1 قبل التخلي عنه. وهو مؤكد.</translation>
    </message>
    <message>
        <source>Booking %1 is not paid online any more. It stays reserved.</source>
        <translation>لم يعد الحجز %1 يُدفع عبر الإنترنت. ويبقى محجوزًا.</translation>
    </message>
    <message>
        <source>Seats of reservation %1 are free again.</source>
        <translation>مقاعد الحجز %1 شاغرة من جديد.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingPeople</name>
    <message>
        <source>Booking %1 is for %2 now.</source>
        <translation>الحجز %1 أصبح الآن باسم %2.</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether it was written down; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق مما إذا كان قد حُفظ؛ يُرجى الانتظار.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>It is too late to change this booking here. Ask at the box office.</source>
        <translation>فات أوان تغيير هذا الحجز هنا. اسأل في شباك التذاكر.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingsScreen</name>
    <message>
        <source>Bookings</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>Booking %1 is cancelled; its seats are free again.</source>
        <translation>أُلغي الحجز %1 وأصبحت مقاعده شاغرة من جديد.</translation>
    </message>
    <message>
        <source>The bookings could not be read</source>
        <translation>تعذرت قراءة الحجوزات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No bookings yet</source>
        <translation>لا حجوزات بعد</translation>
    </message>
    <message>
        <source>What you book appears here, with its tickets and payments.</source>
        <translation>يظهر هنا ما تحجزه مع تذاكره ومدفوعاته.</translation>
    </message>
    <message>
        <source>Look at the events</source>
        <translation>عرض الفعاليات</translation>
    </message>
    <message>
        <source>No booking found</source>
        <translation>لم يُعثر على حجز</translation>
    </message>
    <message>
        <source>No name, reference, ticket number or seat contains these words.</source>
        <translation>لا يحتوي أي اسم أو رقم حجز أو رقم تذكرة أو مقعد على هذه الكلمات.</translation>
    </message>
    <message>
        <source>Show all bookings</source>
        <translation>عرض كل الحجوزات</translation>
    </message>
    <message>
        <source>Cancel booking %1?</source>
        <translation>هل تريد إلغاء الحجز %1؟</translation>
    </message>
    <message>
        <source>All its tickets become void, the money is paid back, and the seats are on sale again at once. This cannot be undone.</source>
        <translation>تصبح كل تذاكره باطلة، ويُرد المبلغ، وتُعرض المقاعد للبيع فورًا من جديد. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>إلغاء الحجز</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>الإبقاء عليه</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the booking was cancelled; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق من إلغاء الحجز؛ يُرجى الانتظار.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>جارٍ الإلغاء…</translation>
    </message>
    <message>
        <source>Reading the booking…</source>
        <translation>جارٍ قراءة الحجز…</translation>
    </message>
    <message>
        <source>Cancel 1 ticket of booking %1?</source>
        <translation>إلغاء تذكرة واحدة من الحجز %1؟</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n tickets of booking %1?</source>
        <translation>
            <numerusform>إلغاء %n تذكرة من الحجز %1؟</numerusform>
            <numerusform>إلغاء تذكرة واحدة من الحجز %1؟</numerusform>
            <numerusform>إلغاء تذكرتين من الحجز %1؟</numerusform>
            <numerusform>إلغاء %n تذاكر من الحجز %1؟</numerusform>
            <numerusform>إلغاء %n تذكرة من الحجز %1؟</numerusform>
            <numerusform>إلغاء %n تذكرة من الحجز %1؟</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: void at once, %2 is paid back, and the seats are on sale again. This cannot be undone.</source>
        <translation>%1: تبطل فورًا، ويُعاد %2، وتُعرض المقاعد للبيع من جديد. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Cancel the tickets</source>
        <translation>إلغاء التذاكر</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>الاحتفاظ بها</translation>
    </message>
    <message>
        <source>Ticket %1 has a new code. Print it now; older prints are void.</source>
        <translation>للتذكرة %1 رمز جديد. اطبعها الآن؛ فالنسخ المطبوعة من قبل لاغية.</translation>
    </message>
    <message>
        <source>Give ticket %1 a new code?</source>
        <translation>هل تريد رمزًا جديدًا للتذكرة %1؟</translation>
    </message>
    <message>
        <source>For a ticket that was lost or stolen. Whoever comes with a print from before is not let in.</source>
        <translation>لتذكرة ضاعت أو سُرقت. من يأتي بنسخة مطبوعة من قبل لا يُسمح له بالدخول.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>رمز جديد</translation>
    </message>
    <message>
        <source>Paid out to %1, booking %2.</source>
        <translation>رُدّ المبلغ إلى %1، الحجز %2.</translation>
    </message>
    <message>
        <source>Pay out %1?</source>
        <translation>أتريد ردّ %1؟</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>رُدّ المبلغ</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether it was written down; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق مما إذا كان ردّ المبلغ قد سُجّل؛ يُرجى الانتظار.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Booking %1, because %2 was cancelled. It is written down as paid out.</source>
        <translation>الحجز %1، لأن %2 أُلغي. يُسجَّل على أنه دُفع.</translation>
    </message>
    <message>
        <source>Which bookings</source>
        <translation>أي الحجوزات</translation>
    </message>
    <message>
        <source>&amp;All bookings</source>
        <translation>&amp;كل الحجوزات</translation>
    </message>
    <message>
        <source>Reservat&amp;ions</source>
        <translation>غير ال&amp;مدفوعة</translation>
    </message>
    <message>
        <source>Release reservation %1?</source>
        <translation>هل يُحرَّر الحجز %1؟</translation>
    </message>
    <message>
        <source>Its seats are on sale again at once. Nothing was paid for them.</source>
        <translation>تعود مقاعده إلى البيع فورًا. لم يُدفع عنها شيء.</translation>
    </message>
    <message>
        <source>Release the seats</source>
        <translation>تحرير المقاعد</translation>
    </message>
    <message>
        <source>%1: on sale again at once. Nothing was paid for them.</source>
        <translation>%1: تعود إلى البيع فورًا. لم يُدفع عنها شيء.</translation>
    </message>
    <message>
        <source>A cancellation fee of %1 stays with the house.</source>
        <translation>تبقى رسوم إلغاء قدرها %1 للدار.</translation>
    </message>
    <message>
        <source>Booking %1 is paid. Its tickets can be printed now.</source>
        <translation>دُفع الحجز %1. يمكن الآن طبع تذاكره.</translation>
    </message>
    <message>
        <source>Booking %1 has another date.</source>
        <translation>للحجز %1 تاريخ آخر.</translation>
    </message>
    <message>
        <source>Search by name, phone, reference or seat</source>
        <translation>ابحث بالاسم أو الهاتف أو رقم الحجز أو المقعد</translation>
    </message>
    <message>
        <source>Its ticket becomes void, the money is paid back, and the seat is on sale again at once. This cannot be undone.</source>
        <translation>تبطل تذكرته، ويُعاد المال، ويعود المقعد إلى البيع فورًا. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>%1: void at once, %2 is paid back, and the seat is on sale again. This cannot be undone.</source>
        <translation>%1: يبطل فورًا، ويُعاد %2، ويعود المقعد إلى البيع. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>إلغاء التذكرة</translation>
    </message>
    <message>
        <source>Its seat is on sale again at once. Nothing was paid for it.</source>
        <translation>يعود مقعده إلى البيع فورًا. لم يُدفع عنه شيء.</translation>
    </message>
    <message>
        <source>%1: on sale again at once. Nothing was paid for it.</source>
        <translation>%1: يعود إلى البيع فورًا. لم يُدفع عنه شيء.</translation>
    </message>
    <message>
        <source>Release the seat</source>
        <translation>إطلاق المقعد</translation>
    </message>
    <message>
        <source>1 seat of reservation %1 is free again.</source>
        <translation>مقعد واحد من الحجز %1 شاغر من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats of reservation %1 are free again.</source>
        <translation>
            <numerusform>لا مقعد من الحجز %1 شاغر من جديد.</numerusform>
            <numerusform>مقعد واحد من الحجز %1 شاغر من جديد.</numerusform>
            <numerusform>مقعدان من الحجز %1 شاغران من جديد.</numerusform>
            <numerusform>%n مقاعد من الحجز %1 شاغرة من جديد.</numerusform>
            <numerusform>%n مقعدًا من الحجز %1 شاغرًا من جديد.</numerusform>
            <numerusform>%n مقعد من الحجز %1 شاغر من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking %1 is cancelled; its seat is free again.</source>
        <translation>أُلغي الحجز %1؛ ومقعده شاغر من جديد.</translation>
    </message>
    <message>
        <source>1 ticket of booking %1 is cancelled; its seat is free again.</source>
        <translation>أُلغيت تذكرة واحدة من الحجز %1؛ ومقعدها شاغر من جديد.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of booking %1 are cancelled; their seats are free again.</source>
        <translation>
            <numerusform>لم تُلغَ أي تذكرة من الحجز %1.</numerusform>
            <numerusform>أُلغيت تذكرة واحدة من الحجز %1؛ ومقعدها شاغر من جديد.</numerusform>
            <numerusform>أُلغيت تذكرتان من الحجز %1؛ ومقعداهما شاغران من جديد.</numerusform>
            <numerusform>أُلغيت %n تذاكر من الحجز %1؛ ومقاعدها شاغرة من جديد.</numerusform>
            <numerusform>أُلغيت %n تذكرة من الحجز %1؛ ومقاعدها شاغرة من جديد.</numerusform>
            <numerusform>أُلغيت %n تذكرة من الحجز %1؛ ومقاعدها شاغرة من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was paid for it goes back at the box office. Cancel it there.</source>
        <translation>ما دُفع عنه يُعاد في شباك التذاكر. ألغِه هناك.</translation>
    </message>
    <message>
        <source>The booking fee of %1 is not paid back.</source>
        <translation>لا تُعاد رسوم الحجز البالغة %1.</translation>
    </message>
    <message>
        <source>A cancellation fee of %1 stays with the house unless you waive it.</source>
        <translation>تبقى رسوم إلغاء قدرها %1 للدار ما لم تتنازل عنها.</translation>
    </message>
    <message>
        <source>%1: void at once, the money is paid back, and the seat is on sale again. This cannot be undone.</source>
        <translation>%1: تبطل فورًا ويُعاد المال ويُعرض المقعد للبيع من جديد. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>%1: void at once, the money is paid back, and the seats are on sale again. This cannot be undone.</source>
        <translation>%1: تبطل فورًا ويُعاد المال وتُعرض المقاعد للبيع من جديد. لا يمكن التراجع عن ذلك.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BundleParts</name>
    <message>
        <source>&amp;Add ticket type</source>
        <translation>&amp;إضافة نوع تذكرة</translation>
    </message>
    <message>
        <source>Remove this ticket type from the set</source>
        <translation>إزالة نوع التذكرة هذا من الباقة</translation>
    </message>
    <message>
        <source>Tickets of this type in a set</source>
        <translation>تذاكر هذا النوع في الباقة</translation>
    </message>
    <message>
        <source>Ticket type of the set</source>
        <translation>نوع التذكرة في الباقة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CalendarFile</name>
    <message>
        <source>Booking %1</source>
        <translation>الحجز %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CancelEventDialog</name>
    <message>
        <source>Cancel the event</source>
        <translation>إلغاء الفعالية</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>أتريد إلغاء %1؟</translation>
    </message>
    <message>
        <source>Nothing of it can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. This cannot be undone.</source>
        <translation>لن يمكن بعد ذلك الاحتفاظ بشيء منها أو بيعه، وتصبح المقاعد التي في السلال شاغرة. ويُستحق لكل من اشترى تذاكر ما دفعه. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Say why: customers read it with their booking.</source>
        <translation>اذكروا السبب: يقرؤه العملاء مع حجوزاتهم.</translation>
    </message>
    <message>
        <source>Illness in the company</source>
        <translation>مرض في الفرقة</translation>
    </message>
    <message>
        <source>Technical trouble in the house</source>
        <translation>عطل فني في الدار</translation>
    </message>
    <message>
        <source>Bad weather</source>
        <translation>سوء الأحوال الجوية</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Keep the event</source>
        <translation>الإبقاء على الفعالية</translation>
    </message>
    <message>
        <source>Nobody has a ticket for it.</source>
        <translation>ليس لدى أحد تذكرة لها.</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>تذكرة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>لا تذاكر</numerusform>
            <numerusform>تذكرة واحدة</numerusform>
            <numerusform>تذكرتان</numerusform>
            <numerusform>%Ln تذاكر</numerusform>
            <numerusform>%Ln تذكرة</numerusform>
            <numerusform>%Ln تذكرة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking</source>
        <translation>حجز واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings</source>
        <translation>
            <numerusform>لا حجوزات</numerusform>
            <numerusform>حجز واحد</numerusform>
            <numerusform>حجزان</numerusform>
            <numerusform>%Ln حجوزات</numerusform>
            <numerusform>%Ln حجزًا</numerusform>
            <numerusform>%Ln حجز</numerusform>
        </translation>
    </message>
    <message>
        <source>Void from then on: %1 of %2. To be paid back: %3.</source>
        <translation>ما يصبح لاغيًا: %1 (%2). المبلغ المطلوب ردّه: %3.</translation>
    </message>
    <message>
        <source>Which dates</source>
        <translation>أي مواعيد</translation>
    </message>
    <message>
        <source>Only this date</source>
        <translation>هذا الموعد فقط</translation>
    </message>
    <message>
        <source>This date and all later ones of the series</source>
        <translation>هذا الموعد وكل المواعيد اللاحقة في السلسلة</translation>
    </message>
    <message>
        <source>Nothing of them can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. Drafts stay drafts. This cannot be undone.</source>
        <translation>لا يمكن بعد ذلك حجز أي شيء منها أو بيعه، وتصبح المقاعد في سلال التسوق شاغرة. يستحق كل من اشترى تذاكر ما دفعه. تبقى المسودات مسودات. لا يمكن التراجع عن ذلك.</translation>
    </message>
    <message>
        <source>Keep the dates</source>
        <translation>إبقاء المواعيد</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln dates</source>
        <translation>
            <numerusform>إلغاء %Ln موعد</numerusform>
            <numerusform>إلغاء موعد واحد</numerusform>
            <numerusform>إلغاء موعدين</numerusform>
            <numerusform>إلغاء %Ln مواعيد</numerusform>
            <numerusform>إلغاء %Ln موعدًا</numerusform>
            <numerusform>إلغاء %Ln موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date: %1.</source>
        <translation>موعد واحد: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates: from %1 to %2.</source>
        <translation>
            <numerusform>%Ln موعد: من %1 إلى %2.</numerusform>
            <numerusform>موعد واحد: من %1 إلى %2.</numerusform>
            <numerusform>موعدان: من %1 إلى %2.</numerusform>
            <numerusform>%Ln مواعيد: من %1 إلى %2.</numerusform>
            <numerusform>%Ln موعدًا: من %1 إلى %2.</numerusform>
            <numerusform>%Ln موعد: من %1 إلى %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has paid for a ticket.</source>
        <translation>لم يدفع أحد ثمن أي تذكرة.</translation>
    </message>
    <message>
        <source>Reserved and not paid, void as well: %1 of %2.</source>
        <translation>محجوز وغير مدفوع، يبطل أيضًا: %1 من %2.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CartDock</name>
    <message>
        <source>&amp;Keep longer</source>
        <translation>&amp;تمديد المدة</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;حجز</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>السلة</translation>
    </message>
    <message>
        <source>No seats yet</source>
        <translation>لا مقاعد بعد</translation>
    </message>
    <message>
        <source>Choose seats on the map: click them, or walk with the arrow keys and press Enter.</source>
        <translation>اختر المقاعد على المخطط: انقر عليها، أو تنقّل بمفاتيح الأسهم واضغط Enter.</translation>
    </message>
    <message>
        <source>So long these seats are kept for you</source>
        <translation>المدة التي تبقى فيها هذه المقاعد محتفَظًا بها لك</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Your seats</source>
        <translation>مقاعدك</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>إي&amp;قاف</translation>
    </message>
    <message>
        <source>Give the exchange up; the tickets stay as they are</source>
        <translation>ترك الاستبدال؛ تبقى التذاكر كما هي</translation>
    </message>
    <message>
        <source>Choose the new seats on the map. For another date, open it from the list of events.</source>
        <translation>اختر المقاعد الجديدة على المخطط. لموعد آخر افتحه من قائمة الفعاليات.</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>ا&amp;ستبدال</translation>
    </message>
    <message>
        <source>Exchange of %1</source>
        <translation>استبدال %1</translation>
    </message>
    <message>
        <source>Given back: %1, worth %2</source>
        <translation>تُعاد: %1، قيمتها %2</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>المبلغ المُعاد</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>المطلوب دفعه</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>رمز العرض</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Other discounts take more off these tickets than this code.</source>
        <translation>خصومات أخرى تخفض هذه التذاكر أكثر من هذا الرمز.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CartLineRow</name>
    <message>
        <source>Give this seat back</source>
        <translation>إعادة هذا المقعد</translation>
    </message>
    <message>
        <source>Kind of ticket</source>
        <translation>نوع التذكرة</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>إعادة %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CashPanel</name>
    <message>
        <source>&amp;Received in cash</source>
        <translation>المبلغ ال&amp;مستلَم نقدًا</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>المطلوب دفعه</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>المبلغ تمامًا</translation>
    </message>
    <message>
        <source>This is less than is due. Enter what the customer gave.</source>
        <translation>هذا أقل من المستحق. أدخل المبلغ الذي دفعه العميل.</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>أدخل مبلغًا مثل %1.</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>المبلغ المُعاد</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>المتبقي للدفع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CategoryPanel</name>
    <message>
        <source>Colour</source>
        <translation>اللون</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>فئات الأسعار</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>إضافة فئة سعر</translation>
    </message>
    <message>
        <source>Remove the category</source>
        <translation>إزالة الفئة</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Give it to what is selected</source>
        <translation>إعطاؤها لما هو محدَّد</translation>
    </message>
    <message>
        <source>Select its seats</source>
        <translation>تحديد مقاعدها</translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation>الفئة %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CheckPanel</name>
    <message>
        <source>Problems of the plan</source>
        <translation>مشكلات المخطط</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to mend before publishing</source>
        <translation>
            <numerusform>لا شيء يُصلَح قبل النشر</numerusform>
            <numerusform>واحدة تُصلَح قبل النشر</numerusform>
            <numerusform>اثنتان تُصلَحان قبل النشر</numerusform>
            <numerusform>%Ln تُصلَح قبل النشر</numerusform>
            <numerusform>%Ln تُصلَح قبل النشر</numerusform>
            <numerusform>%Ln تُصلَح قبل النشر</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hints</source>
        <translation>
            <numerusform>لا تلميحات</numerusform>
            <numerusform>تلميح واحد</numerusform>
            <numerusform>تلميحان</numerusform>
            <numerusform>%Ln تلميحات</numerusform>
            <numerusform>%Ln تلميحًا</numerusform>
            <numerusform>%Ln تلميح</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>لا مشكلات</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CheckoutDialog</name>
    <message>
        <source>Book</source>
        <translation>حجز</translation>
    </message>
    <message>
        <source>Book these seats</source>
        <translation>حجز هذه المقاعد</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>&amp;Book and pay</source>
        <translation>&amp;حجز ودفع</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>تم الحجز</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>جارٍ الحجز…</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the booking went through; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق من إتمام الحجز؛ يُرجى الانتظار.</translation>
    </message>
    <message>
        <source>Change to give back: %1</source>
        <translation>الباقي الواجب رده: %1</translation>
    </message>
    <message>
        <source>&amp;Why a single seat is left</source>
        <translation>&amp;سبب ترك مقعد مفرد</translation>
    </message>
    <message>
        <source>Say why, or choose seats that leave no single one.</source>
        <translation>اذكر السبب، أو اختر مقاعد لا تترك مقعدًا مفردًا.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>استبدال</translation>
    </message>
    <message>
        <source>Exchange for these seats</source>
        <translation>الاستبدال بهذه المقاعد</translation>
    </message>
    <message>
        <source>&amp;Exchange</source>
        <translation>ا&amp;ستبدال</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>مُستبدلة</translation>
    </message>
    <message>
        <source>Exchanging…</source>
        <translation>جارٍ الاستبدال…</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the exchange went through; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق مما إذا تم الاستبدال؛ يرجى الانتظار.</translation>
    </message>
    <message>
        <source>Money to give back: %1</source>
        <translation>المبلغ الذي يُعاد: %1</translation>
    </message>
    <message>
        <source>Discounts: %1</source>
        <translation>الخصومات: %1</translation>
    </message>
    <message>
        <source>Fees: %1</source>
        <translation>الرسوم: %1</translation>
    </message>
    <message>
        <source>Reser&amp;ve</source>
        <translation>&amp;حجز بلا دفع</translation>
    </message>
    <message>
        <source>Re&amp;serve, to be paid until</source>
        <translation>ح&amp;جز يُدفع حتى</translation>
    </message>
    <message>
        <source>Pay &amp;online</source>
        <translation>الدفع ع&amp;بر الإنترنت</translation>
    </message>
    <message>
        <source>Online the whole amount is paid. Remove the other payments first.</source>
        <translation>عبر الإنترنت يُدفع المبلغ كله. أزل الدفعات الأخرى أولًا.</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>محجوز غير مدفوع</translation>
    </message>
    <message>
        <source>To be paid until %1</source>
        <translation>يُدفع حتى %1</translation>
    </message>
    <message>
        <source>This is booked at the box office only. Ask there for these seats.</source>
        <translation>يتم هذا في شباك التذاكر فقط. اسأل هناك عن هذه المقاعد.</translation>
    </message>
    <message>
        <source>This house takes payments at its box office, and here by voucher only. Without a voucher, ask there for these seats.</source>
        <translation>تقبل هذه الدار الدفع في شباك التذاكر، وهنا بالقسائم فقط. من دون قسيمة، اسأل هناك عن هذه المقاعد.</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>ا&amp;حجز</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ColourButton</name>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ConflictDialog</name>
    <message>
        <source>%1 has saved this draft meanwhile</source>
        <translation>حفظ %1 هذه المسودة في هذه الأثناء</translation>
    </message>
    <message>
        <source>Only one of them can be the draft. Replacing theirs is for good. If you open theirs, yours stays on this computer and is offered when you draw again.</source>
        <translation>لا يمكن أن تكون المسودة إلا واحدة منهما. استبدال مسودتهم نهائي. إذا فتحت مسودتهم بقيت مسودتك على هذا الحاسوب وتُعرض عليك حين ترسم مجددًا.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>مسودتك</translation>
    </message>
    <message>
        <source>Theirs, %1</source>
        <translation>مسودتهم، %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Open &amp;theirs</source>
        <translation>&amp;فتح مسودتهم</translation>
    </message>
    <message>
        <source>&amp;Replace theirs</source>
        <translation>ا&amp;ستبدال مسودتهم</translation>
    </message>
    <message>
        <source>It cannot be shown</source>
        <translation>لا يمكن عرضها</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::ConnectionIndicator</name>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>الاتصال: %1</translation>
    </message>
    <message>
        <source>The link broke before the server answered. Parterre is asking whether it went through; do not repeat it.</source>
        <translation>انقطع الاتصال قبل أن يرد الخادم. يستعلم Parterre عن إتمام العملية؛ لا تكررها.</translation>
    </message>
    <message>
        <source>No connection to the server. Parterre keeps trying; your seats are kept for a short while.</source>
        <translation>لا اتصال بالخادم. يواصل Parterre المحاولة؛ وتبقى مقاعدك محتفَظًا بها لفترة قصيرة.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ContactDialog</name>
    <message>
        <source>Change the contact</source>
        <translation>تغيير بيانات الاتصال</translation>
    </message>
    <message>
        <source>Whom booking %1 is for</source>
        <translation>لمن الحجز %1</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ContactForm</name>
    <message>
        <source>&amp;Name on the booking</source>
        <translation>ا&amp;سم الحجز</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>ال&amp;بريد الإلكتروني</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>ال&amp;هاتف</translation>
    </message>
    <message>
        <source>if given</source>
        <translation>إن وُجد</translation>
    </message>
    <message>
        <source>Enter the name the tickets are for.</source>
        <translation>أدخل الاسم الذي تصدر به التذاكر.</translation>
    </message>
    <message>
        <source>Enter an address such as name@example.org.</source>
        <translation>أدخل عنوانًا مثل name@example.org.</translation>
    </message>
    <message>
        <source>if given; else it is under your name</source>
        <translation>إن ذُكر؛ وإلا كان باسمك</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CountdownLabel</name>
    <message>
        <source>Time left: %1</source>
        <translation>الوقت المتبقي: %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DaySpan</name>
    <message>
        <source>First day</source>
        <translation>اليوم الأول</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>اليوم الأخير</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a day</comment>
        <translation>من</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a day</comment>
        <translation>إلى</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DesignerActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>ت&amp;راجع</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>إ&amp;عادة</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;قص</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;لصق</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>ت&amp;كرار</translation>
    </message>
    <message>
        <source>Duplicate along a &amp;line</source>
        <translation>تكرار على طول &amp;خط</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;حذف</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>تحديد ال&amp;كل</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>محاذاة إلى اليسار</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>محاذاة المراكز</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>محاذاة إلى اليمين</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>محاذاة إلى الأعلى</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>محاذاة الأوساط</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>محاذاة إلى الأسفل</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>توزيع أفقي</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>توزيع رأسي</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>فراغات أفقية متساوية</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>فراغات رأسية متساوية</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>عكس أفقي</translation>
    </message>
    <message>
        <source>Mirror upside down</source>
        <translation>عكس رأسي</translation>
    </message>
    <message>
        <source>Turn right by 15°</source>
        <translation>تدوير 15° يمينًا</translation>
    </message>
    <message>
        <source>Turn left by 15°</source>
        <translation>تدوير 15° يسارًا</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>إلى الأمام تمامًا</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>خطوة إلى الأمام</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>خطوة إلى الخلف</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>إلى الخلف تمامًا</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>قفل</translation>
    </message>
    <message>
        <source>Unlock everything</source>
        <translation>فك قفل الكل</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>تراجع: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>إعادة: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>&amp;Block by numbers…</source>
        <translation>&amp;كتلة بالأرقام…</translation>
    </message>
    <message>
        <source>Whole &amp;rows</source>
        <translation>&amp;صفوف كاملة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DesignerScreen</name>
    <message>
        <source>&amp;Publish</source>
        <translation>ان&amp;شر</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>ر&amp;تّب</translation>
    </message>
    <message>
        <source>&amp;Numbers…</source>
        <translation>ال&amp;أرقام…</translation>
    </message>
    <message>
        <source>Back to the plans</source>
        <translation>العودة إلى المخططات</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>اسم المخطط</translation>
    </message>
    <message>
        <source>House</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>كما فُتح</translation>
    </message>
    <message>
        <source>History</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>المحدَّد</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>فئات الأسعار</translation>
    </message>
    <message>
        <source>Sections, levels and size</source>
        <translation>الأقسام والطوابق والمقاس</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>إظهار الكل</translation>
    </message>
    <message>
        <source>Hold on to what is near</source>
        <translation>الالتصاق بما هو قريب</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>شبكة</translation>
    </message>
    <message>
        <source>Sending the plan… %1 %</source>
        <translation>يُرسَل المخطط… %1 %</translation>
    </message>
    <message>
        <source>The plan cannot be sold from yet: every seat needs a category and a label of its own.</source>
        <translation>لا يمكن البيع من المخطط بعد: يحتاج كل مقعد إلى فئة سعر وتسمية خاصة به.</translation>
    </message>
    <message>
        <source>Version %1 of %2 is published. New events can use it; events on sale keep the version they have.</source>
        <translation>نُشر الإصدار %1 من %2. يمكن للفعاليات الجديدة استعماله، وتحتفظ الفعاليات المعروضة للبيع بإصدارها.</translation>
    </message>
    <message>
        <source>What you draw cannot be kept safe from a crash: the disk of this computer is full or may not be written to. Publish often.</source>
        <translation>لا يمكن حفظ ما ترسمه من الانهيار: قرص هذا الحاسوب ممتلئ أو لا يُسمح بالكتابة عليه. انشر كثيرًا.</translation>
    </message>
    <message>
        <source>What is on the clipboard is no part of a plan. Copy objects in the designer first.</source>
        <translation>ليس في الحافظة جزء من مخطط. انسخ أولًا أجسامًا في المصمم.</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>يُقرأ المخطط…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%Ln أماكن</numerusform>
            <numerusform>%Ln مكانًا</numerusform>
            <numerusform>%Ln مكان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>لا شيء محدَّد</numerusform>
            <numerusform>واحد محدَّد</numerusform>
            <numerusform>اثنان محدَّدان</numerusform>
            <numerusform>%Ln محدَّدة</numerusform>
            <numerusform>%Ln محدَّدًا</numerusform>
            <numerusform>%Ln محدَّد</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the designer?</source>
        <translation>مغادرة المصمم؟</translation>
    </message>
    <message>
        <source>What you have drawn is not published yet. It is kept on this computer until you come back to it.</source>
        <translation>ما رسمته لم يُنشر بعد. يبقى على هذا الحاسوب حتى تعود إليه.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>غادر</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>تابع الرسم</translation>
    </message>
    <message>
        <source>The plan cannot be sold from yet. Mend what the list of problems shows first.</source>
        <translation>لا يمكن البيع من المخطط بعد. أصلح أولًا ما تُظهره قائمة المشكلات.</translation>
    </message>
    <message>
        <source>Publish the plan as it is?</source>
        <translation>أتنشر المخطط كما هو؟</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln hints in the list of problems. The first: %1.</source>
        <translation>
            <numerusform>لا تلميحات في قائمة المشكلات. الأول: %1.</numerusform>
            <numerusform>في قائمة المشكلات تلميح واحد. الأول: %1.</numerusform>
            <numerusform>في قائمة المشكلات تلميحان. الأول: %1.</numerusform>
            <numerusform>في قائمة المشكلات %Ln تلميحات. الأول: %1.</numerusform>
            <numerusform>في قائمة المشكلات %Ln تلميحًا. الأول: %1.</numerusform>
            <numerusform>في قائمة المشكلات %Ln تلميح. الأول: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>انشر</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>اعرضها</translation>
    </message>
    <message>
        <source>Choose the house that the plan is for.</source>
        <translation>اختر المكان الذي صُنع له المخطط.</translation>
    </message>
    <message>
        <source>Give the plan a name first.</source>
        <translation>أعطِ المخطط اسمًا أولًا.</translation>
    </message>
    <message>
        <source>Somebody else has published this plan meanwhile</source>
        <translation>نشر شخص آخر هذا المخطط في هذه الأثناء</translation>
    </message>
    <message>
        <source>Yours can become the version after theirs. Theirs is kept, and can be looked at on the page of plans first.</source>
        <translation>يمكن أن يصبح مخططك الإصدار التالي. يبقى إصدار الآخر محفوظًا ويمكن رؤيته أولًا في صفحة المخططات.</translation>
    </message>
    <message>
        <source>Publish mine after theirs</source>
        <translation>انشر مخططي بعده</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>ليس الآن</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>اح&amp;فظ</translation>
    </message>
    <message>
        <source>Keep a draft at the server (Ctrl+S)</source>
        <translation>حفظ مسودة لدى الخادم (Ctrl+S)</translation>
    </message>
    <message>
        <source>The draft of %1 is saved.</source>
        <translation>حُفظت مسودة %1.</translation>
    </message>
    <message>
        <source>The file of this drawing was damaged: what was done last is missing. Look it over before you go on.</source>
        <translation>كان ملف هذا الرسم تالفًا: آخر ما أُنجز مفقود. راجعه قبل أن تتابع.</translation>
    </message>
    <message>
        <source>There is no house yet that the plan could be for.</source>
        <translation>لا توجد بعد دار يمكن أن يكون المخطط لها.</translation>
    </message>
    <message>
        <source>New house…</source>
        <translation>دار جديدة…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DialogPrompter</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DifferenceWords</name>
    <message>
        <source>1 seat gone</source>
        <translation>أُزيل مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats gone</source>
        <translation>
            <numerusform>لم يُزل أي مقعد</numerusform>
            <numerusform>أُزيل مقعد واحد</numerusform>
            <numerusform>أُزيل مقعدان</numerusform>
            <numerusform>أُزيلت %Ln مقاعد</numerusform>
            <numerusform>أُزيل %Ln مقعدًا</numerusform>
            <numerusform>أُزيل %Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new seat</source>
        <translation>مقعد جديد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new seats</source>
        <translation>
            <numerusform>لا مقاعد جديدة</numerusform>
            <numerusform>مقعد جديد واحد</numerusform>
            <numerusform>مقعدان جديدان</numerusform>
            <numerusform>%Ln مقاعد جديدة</numerusform>
            <numerusform>%Ln مقعدًا جديدًا</numerusform>
            <numerusform>%Ln مقعد جديد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat moved</source>
        <translation>نُقل مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats moved</source>
        <translation>
            <numerusform>لم يُنقل أي مقعد</numerusform>
            <numerusform>نُقل مقعد واحد</numerusform>
            <numerusform>نُقل مقعدان</numerusform>
            <numerusform>نُقلت %Ln مقاعد</numerusform>
            <numerusform>نُقل %Ln مقعدًا</numerusform>
            <numerusform>نُقل %Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat called otherwise</source>
        <translation>تغيّر اسم مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats called otherwise</source>
        <translation>
            <numerusform>لم يتغيّر اسم أي مقعد</numerusform>
            <numerusform>تغيّر اسم مقعد واحد</numerusform>
            <numerusform>تغيّر اسما مقعدين</numerusform>
            <numerusform>تغيّرت أسماء %Ln مقاعد</numerusform>
            <numerusform>تغيّرت أسماء %Ln مقعدًا</numerusform>
            <numerusform>تغيّرت أسماء %Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat in another price category</source>
        <translation>مقعد واحد في فئة سعر أخرى</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in another price category</source>
        <translation>
            <numerusform>لا مقاعد في فئة سعر أخرى</numerusform>
            <numerusform>مقعد واحد في فئة سعر أخرى</numerusform>
            <numerusform>مقعدان في فئة سعر أخرى</numerusform>
            <numerusform>%Ln مقاعد في فئة سعر أخرى</numerusform>
            <numerusform>%Ln مقعدًا في فئة سعر أخرى</numerusform>
            <numerusform>%Ln مقعد في فئة سعر أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat with other attributes</source>
        <translation>مقعد واحد بخصائص أخرى</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats with other attributes</source>
        <translation>
            <numerusform>لا مقاعد بخصائص أخرى</numerusform>
            <numerusform>مقعد واحد بخصائص أخرى</numerusform>
            <numerusform>مقعدان بخصائص أخرى</numerusform>
            <numerusform>%Ln مقاعد بخصائص أخرى</numerusform>
            <numerusform>%Ln مقعدًا بخصائص أخرى</numerusform>
            <numerusform>%Ln مقعد بخصائص أخرى</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat sold with its whole table</source>
        <translation>مقعد واحد يُباع مع طاولته كاملة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats sold with their whole table</source>
        <translation>
            <numerusform>لا مقاعد تُباع مع طاولتها كاملة</numerusform>
            <numerusform>مقعد واحد يُباع مع طاولته كاملة</numerusform>
            <numerusform>مقعدان يُباعان مع طاولتهما كاملة</numerusform>
            <numerusform>%Ln مقاعد تُباع مع طاولتها كاملة</numerusform>
            <numerusform>%Ln مقعدًا تُباع مع طاولتها كاملة</numerusform>
            <numerusform>%Ln مقعد تُباع مع طاولتها كاملة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat sold on its own</source>
        <translation>مقعد واحد يُباع منفردًا</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats sold one by one</source>
        <translation>
            <numerusform>لا مقاعد تُباع منفردة</numerusform>
            <numerusform>مقعد واحد يُباع منفردًا</numerusform>
            <numerusform>مقعدان يُباعان منفردين</numerusform>
            <numerusform>%Ln مقاعد تُباع منفردة</numerusform>
            <numerusform>%Ln مقعدًا تُباع منفردة</numerusform>
            <numerusform>%Ln مقعد تُباع منفردة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat of another size</source>
        <translation>مقعد واحد بحجم آخر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats of another size</source>
        <translation>
            <numerusform>لا مقاعد بحجم آخر</numerusform>
            <numerusform>مقعد واحد بحجم آخر</numerusform>
            <numerusform>مقعدان بحجم آخر</numerusform>
            <numerusform>%Ln مقاعد بحجم آخر</numerusform>
            <numerusform>%Ln مقعدًا بحجم آخر</numerusform>
            <numerusform>%Ln مقعد بحجم آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>An area is gone</source>
        <translation>أُزيلت منطقة</translation>
    </message>
    <message>
        <source>A new area</source>
        <translation>منطقة جديدة</translation>
    </message>
    <message>
        <source>An area moved</source>
        <translation>نُقلت منطقة</translation>
    </message>
    <message>
        <source>An area has another name</source>
        <translation>تغيّر اسم منطقة</translation>
    </message>
    <message>
        <source>An area in another price category</source>
        <translation>منطقة في فئة سعر أخرى</translation>
    </message>
    <message>
        <source>An area holds more or fewer</source>
        <translation>تغيّرت سعة منطقة</translation>
    </message>
    <message>
        <source>An area changed</source>
        <translation>تغيّرت منطقة</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 ← %2</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>مكان لكرسي متحرك</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>مقعد مرافق</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>رؤية محدودة</translation>
    </message>
    <message>
        <source>on the aisle</source>
        <translation>على الممر</translation>
    </message>
    <message>
        <source>step-free</source>
        <translation>وصول بلا درج</translation>
    </message>
    <message>
        <source>house seat</source>
        <translation>مقعد الدار</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>الآن: %1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <translation>لم يعد: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of seats</comment>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 وواحد آخر</numerusform>
            <numerusform>%1 واثنان آخران</numerusform>
            <numerusform>%1 و%Ln أخرى</numerusform>
            <numerusform>%1 و%Ln غيرها</numerusform>
            <numerusform>%1 و%Ln غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 من الأماكن</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%Ln أماكن</numerusform>
            <numerusform>%Ln مكانًا</numerusform>
            <numerusform>%Ln مكان</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::DiscountForm</name>
    <message>
        <source>any number</source>
        <translation>أي عدد</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;من</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;إلى</translation>
    </message>
    <message>
        <source>With a code</source>
        <translation>برمز</translation>
    </message>
    <message>
        <source>For groups</source>
        <translation>للمجموعات</translation>
    </message>
    <message>
        <source>Early bird</source>
        <translation>حجز مبكر</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>باقة</translation>
    </message>
    <message>
        <source>Percent off each ticket</source>
        <translation>نسبة من كل تذكرة</translation>
    </message>
    <message>
        <source>Amount off each ticket</source>
        <translation>مبلغ من كل تذكرة</translation>
    </message>
    <message>
        <source>&amp;Name, as customers read it</source>
        <translation>ال&amp;اسم كما يقرؤه العملاء</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>&amp;Takes off</source>
        <translation>&amp;يخفض</translation>
    </message>
    <message>
        <source>Is valid f&amp;or</source>
        <translation>&amp;صالح لـ</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>الرمز</translation>
    </message>
    <message>
        <source>Bookings that may use it</source>
        <translation>الحجوزات التي يجوز لها استعماله</translation>
    </message>
    <message>
        <source>Tickets of a booking it is good for</source>
        <translation>تذاكر الحجز التي يصلح لها</translation>
    </message>
    <message>
        <source>From so many tickets of an event on</source>
        <translation>ابتداءً من هذا العدد من تذاكر الفعالية</translation>
    </message>
    <message>
        <source>For the first tickets sold of an event</source>
        <translation>لأوائل التذاكر المباعة من الفعالية</translation>
    </message>
    <message>
        <source>Or tickets for so many events</source>
        <translation>أو تذاكر لهذا العدد من الفعاليات</translation>
    </message>
    <message>
        <source>The whole house</source>
        <translation>الدار كلها</translation>
    </message>
    <message>
        <source>The series of %1</source>
        <translation>سلسلة %1</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 وحدها</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>فعالية أخرى</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>سلسلة أخرى</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings use it already.</source>
        <translation>
            <numerusform>لا يستخدمه أي حجز.</numerusform>
            <numerusform>يستخدمه حجز واحد بالفعل.</numerusform>
            <numerusform>يستخدمه حجزان بالفعل.</numerusform>
            <numerusform>تستخدمه %Ln حجوزات بالفعل.</numerusform>
            <numerusform>يستخدمه %Ln حجزًا بالفعل.</numerusform>
            <numerusform>يستخدمه %Ln حجز بالفعل.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking uses it already.</source>
        <translation>يستخدمه حجز واحد بالفعل.</translation>
    </message>
    <message>
        <source>Another ticket type, by its key</source>
        <translation>نوع تذكرة آخر، بمفتاحه</translation>
    </message>
    <message>
        <source>Another category, by its key</source>
        <translation>فئة أخرى، بمفتاحها</translation>
    </message>
    <message>
        <source>Sets of one event</source>
        <translation>باقات فعالية واحدة</translation>
    </message>
    <message>
        <source>Ticket t&amp;ypes; none ticked: all</source>
        <translation>أنواع الت&amp;ذاكر؛ بلا تحديد: كلها</translation>
    </message>
    <message>
        <source>&amp;Categories; none ticked: all</source>
        <translation>ال&amp;فئات؛ بلا تحديد: كلها</translation>
    </message>
    <message>
        <source>As long as fewer are sold or reserved at the moment. What is cancelled, exchanged or given free may be sold with it again.</source>
        <translation>ما دام المبيع أو المحجوز في اللحظة أقل من ذلك. وما يُلغى أو يُبدَّل أو يُطلَق يمكن بيعه به من جديد.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Currency…</source>
        <translation>العملة…</translation>
    </message>
    <message>
        <source>By the clock of the house, %1</source>
        <translation>بتوقيت الدار، %1</translation>
    </message>
    <message>
        <source>By the clock of this computer, %1</source>
        <translation>بتوقيت هذا الحاسوب، %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DiscountsDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;End it…</source>
        <translation>إ&amp;نهاء…</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>الخصومات</translation>
    </message>
    <message>
        <source>A ticket gets the one discount that takes most off it. What was sold keeps its price.</source>
        <translation>تنال التذكرة الخصم الواحد الأكبر. وما بيع يبقى على سعره.</translation>
    </message>
    <message>
        <source>Discounts of the house</source>
        <translation>خصومات الدار</translation>
    </message>
    <message>
        <source>Ne&amp;w discount</source>
        <translation>خصم &amp;جديد</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة واحدة…</translation>
    </message>
    <message>
        <source>%1 is saved and holds from the next ticket on.</source>
        <translation>حُفظ %1 ويسري من التذكرة التالية.</translation>
    </message>
    <message>
        <source>Another discount has this code already. Choose another.</source>
        <translation>لخصم آخر هذا الرمز. اختر غيره.</translation>
    </message>
    <message>
        <source>1 booking uses this code.</source>
        <translation>حجز واحد يستعمل هذا الرمز.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings use this code.</source>
        <translation>
            <numerusform>لا حجز يستعمل هذا الرمز.</numerusform>
            <numerusform>حجز واحد يستعمل هذا الرمز.</numerusform>
            <numerusform>حجزان يستعملان هذا الرمز.</numerusform>
            <numerusform>%Ln حجوزات تستعمل هذا الرمز.</numerusform>
            <numerusform>%Ln حجزًا يستعمل هذا الرمز.</numerusform>
            <numerusform>%Ln حجز يستعمل هذا الرمز.</numerusform>
        </translation>
    </message>
    <message>
        <source>End %1?</source>
        <translation>هل يُنهى %1؟</translation>
    </message>
    <message>
        <source>Nobody gets it any more. What was sold keeps its price.</source>
        <translation>لا يناله أحد بعد ذلك. وما بيع يبقى على سعره.</translation>
    </message>
    <message>
        <source>End the discount</source>
        <translation>إنهاء الخصم</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorConflictsDialog</name>
    <message>
        <source>What did not stand</source>
        <translation>ما لم يثبت</translation>
    </message>
    <message>
        <source>Doors let these in while they had no connection; the server knew better when it was told. The last one told is at the top.</source>
        <translation>أدخلت الأبواب هؤلاء دون اتصال؛ وكان الخادم أعلم حين أُبلغ. وآخر ما أُبلغ في الأعلى.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Let in at %1.</source>
        <translation>أُدخل في %1.</translation>
    </message>
    <message>
        <source>Let in at %1, %2.</source>
        <translation>أُدخل في %1، %2.</translation>
    </message>
    <message>
        <source>Told at %1 by %2.</source>
        <translation>أبلغ به %2 في %1.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>تعذرت قراءة القائمة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Everything stood</source>
        <translation>ثبت كل شيء</translation>
    </message>
    <message>
        <source>What doors decided without a connection was right every time.</source>
        <translation>ما قررته الأبواب دون اتصال كان صحيحًا في كل مرة.</translation>
    </message>
    <message>
        <source>Reading what did not stand…</source>
        <translation>قراءة ما لم يثبت…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorReport</name>
    <message>
        <source>The server is not told of 1 admission yet.</source>
        <translation>لم يُبلَّغ الخادم بعد بدخول واحد.</translation>
    </message>
    <message numerus="yes">
        <source>The server is not told of %n admissions yet.</source>
        <translation>
            <numerusform>لا دخول لم يُبلَّغ به الخادم.</numerusform>
            <numerusform>لم يُبلَّغ الخادم بعد بدخول واحد.</numerusform>
            <numerusform>لم يُبلَّغ الخادم بعد بدخولين.</numerusform>
            <numerusform>لم يُبلَّغ الخادم بعد بـ %n عمليات دخول.</numerusform>
            <numerusform>لم يُبلَّغ الخادم بعد بـ %n عملية دخول.</numerusform>
            <numerusform>لم يُبلَّغ الخادم بعد بـ %n عملية دخول.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 admission was at an event that this server does not know. It is told when you sign in at the right one.</source>
        <translation>كان دخول واحد في فعالية لا يعرفها هذا الخادم. ويُبلَّغ به حين تسجل الدخول في الخادم الصحيح.</translation>
    </message>
    <message numerus="yes">
        <source>%n admissions were at events that this server does not know. They are told when you sign in at the right one.</source>
        <translation>
            <numerusform>لا دخول في فعاليات لا يعرفها هذا الخادم.</numerusform>
            <numerusform>كان دخول واحد في فعالية لا يعرفها هذا الخادم. ويُبلَّغ به حين تسجل الدخول في الخادم الصحيح.</numerusform>
            <numerusform>كان دخولان في فعاليات لا يعرفها هذا الخادم. ويُبلَّغ بهما حين تسجل الدخول في الخادم الصحيح.</numerusform>
            <numerusform>كانت %n عمليات دخول في فعاليات لا يعرفها هذا الخادم. ويُبلَّغ بها حين تسجل الدخول في الخادم الصحيح.</numerusform>
            <numerusform>كانت %n عملية دخول في فعاليات لا يعرفها هذا الخادم. ويُبلَّغ بها حين تسجل الدخول في الخادم الصحيح.</numerusform>
            <numerusform>كانت %n عملية دخول في فعاليات لا يعرفها هذا الخادم. ويُبلَّغ بها حين تسجل الدخول في الخادم الصحيح.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who came in cannot be kept on this computer; its disk may be full. Leave Parterre open until the server is told.</source>
        <translation>لا يمكن حفظ من دخل على هذا الحاسوب؛ فقد يكون قرصه ممتلئًا. أبقِ Parterre مفتوحًا حتى يُبلَّغ الخادم.</translation>
    </message>
    <message>
        <source>1 &amp;conflict…</source>
        <translation>ت&amp;عارض واحد…</translation>
    </message>
    <message numerus="yes">
        <source>%n &amp;conflicts…</source>
        <translation>
            <numerusform>لا ت&amp;عارض…</numerusform>
            <numerusform>ت&amp;عارض واحد…</numerusform>
            <numerusform>ت&amp;عارضان…</numerusform>
            <numerusform>%n ت&amp;عارضات…</numerusform>
            <numerusform>%n ت&amp;عارضًا…</numerusform>
            <numerusform>%n ت&amp;عارض…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorScreen</name>
    <message>
        <source>Scan a ticket, or type its number and press Enter</source>
        <translation>امسح تذكرة، أو اكتب رقمها واضغط Enter</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>التذكرة</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الفعالية</translation>
    </message>
    <message>
        <source>Name of this door</source>
        <translation>اسم هذا الباب</translation>
    </message>
    <message>
        <source>Came in last</source>
        <translation>آخر الداخلين</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>انتظار</translation>
    </message>
    <message>
        <source>The connection broke. The answer comes when it is back.</source>
        <translation>انقطع الاتصال. يأتي الجواب عند عودته.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>جارٍ التحقق…</translation>
    </message>
    <message>
        <source>%1 is taken back; the ticket lets somebody in again.</source>
        <translation>أُلغي دخول %1؛ وتصلح التذكرة للدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>The server knows everybody who came in without a connection.</source>
        <translation>علم الخادم بكل من دخل أثناء انقطاع الاتصال.</translation>
    </message>
    <message>
        <source>Let in without a connection, but the server disagrees: %1</source>
        <translation>دخلوا أثناء انقطاع الاتصال، لكن الخادم لا يوافق: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>جاهز</translation>
    </message>
    <message>
        <source>The next ticket, please.</source>
        <translation>التذكرة التالية، من فضلك.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>people who are in, and who are expected</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>لم يبقَ أحد (%Ln)</numerusform>
            <numerusform>بقي شخص واحد (%Ln)</numerusform>
            <numerusform>بقي شخصان (%Ln)</numerusform>
            <numerusform>بقي %Ln أشخاص</numerusform>
            <numerusform>بقي %Ln شخصًا</numerusform>
            <numerusform>بقي %Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>ما يُعرض</translation>
    </message>
    <message>
        <source>S&amp;ign</source>
        <translation>ال&amp;إشارة</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>ال&amp;قاعة</translation>
    </message>
    <message>
        <source>Release &amp;no-shows…</source>
        <translation>تحرير مقاعد من &amp;لم يحضر…</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are on sale again.</source>
        <translation>
            <numerusform>لا مقاعد معروضة من جديد.</numerusform>
            <numerusform>مقعد واحد معروض للبيع من جديد.</numerusform>
            <numerusform>مقعدان معروضان للبيع من جديد.</numerusform>
            <numerusform>%n مقاعد معروضة للبيع من جديد.</numerusform>
            <numerusform>%n مقعدًا معروضًا للبيع من جديد.</numerusform>
            <numerusform>%n مقعد معروض للبيع من جديد.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat is on sale again.</source>
        <translation>مقعد واحد معروض للبيع من جديد.</translation>
    </message>
    <message>
        <source>1 ticket keeps its seat: somebody came, or it goes only with its whole table.</source>
        <translation>تذكرة واحدة تحتفظ بمقعدها: جاء صاحبها، أو لا تُحرَّر إلا مع طاولتها كاملة.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets keep their seats: somebody came, or they go only with their whole table.</source>
        <translation>
            <numerusform>لا تحتفظ أي تذكرة بمقعدها.</numerusform>
            <numerusform>تذكرة واحدة تحتفظ بمقعدها: جاء صاحبها، أو لا تُحرَّر إلا مع طاولتها كاملة.</numerusform>
            <numerusform>تذكرتان تحتفظان بمقعديهما: جاء أصحابهما، أو لا تُحرَّران إلا مع طاولتهما كاملة.</numerusform>
            <numerusform>%n تذاكر تحتفظ بمقاعدها: جاء أصحابها، أو لا تُحرَّر إلا مع طاولاتها كاملة.</numerusform>
            <numerusform>%n تذكرة تحتفظ بمقاعدها: جاء أصحابها، أو لا تُحرَّر إلا مع طاولاتها كاملة.</numerusform>
            <numerusform>%n تذكرة تحتفظ بمقاعدها: جاء أصحابها، أو لا تُحرَّر إلا مع طاولاتها كاملة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>1 seat is its owner&apos;s again.</source>
        <translation>عاد مقعد واحد إلى صاحبه.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are their owners&apos; again.</source>
        <translation>
            <numerusform>لم يعد أي مقعد إلى صاحبه.</numerusform>
            <numerusform>عاد مقعد واحد إلى صاحبه.</numerusform>
            <numerusform>عاد مقعدان إلى صاحبيهما.</numerusform>
            <numerusform>عادت %n مقاعد إلى أصحابها.</numerusform>
            <numerusform>عاد %n مقعدًا إلى أصحابها.</numerusform>
            <numerusform>عاد %n مقعد إلى أصحابها.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat is somebody else&apos;s already.</source>
        <translation>مقعد واحد صار لشخص آخر.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are somebody else&apos;s already.</source>
        <translation>
            <numerusform>لم يصر أي مقعد لشخص آخر.</numerusform>
            <numerusform>مقعد واحد صار لشخص آخر.</numerusform>
            <numerusform>مقعدان صارا لأشخاص آخرين.</numerusform>
            <numerusform>%n مقاعد صارت لأشخاص آخرين.</numerusform>
            <numerusform>%n مقعدًا صارت لأشخاص آخرين.</numerusform>
            <numerusform>%n مقعد صارت لأشخاص آخرين.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let in after all</source>
        <translation>السماح بالدخول رغم ذلك</translation>
    </message>
    <message>
        <source>There is still a place for this ticket.</source>
        <translation>لا يزال لهذه التذكرة مكان.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>عاد الاتصال.</translation>
    </message>
    <message>
        <source>No connection to the server; Parterre keeps trying.</source>
        <translation>لا اتصال بالخادم؛ ويواصل Parterre المحاولة.</translation>
    </message>
    <message>
        <source>Decided by the list of %1.</source>
        <translation>يُقرَّر بحسب القائمة المؤرخة %1.</translation>
    </message>
    <message>
        <source>The server is told of 1 admission later.</source>
        <translation>يُبلَّغ الخادم بدخول واحد لاحقًا.</translation>
    </message>
    <message numerus="yes">
        <source>The server is told of %n admissions later.</source>
        <translation>
            <numerusform>لا دخول يُبلَّغ به الخادم لاحقًا.</numerusform>
            <numerusform>يُبلَّغ الخادم بدخول واحد لاحقًا.</numerusform>
            <numerusform>يُبلَّغ الخادم بدخولين لاحقًا.</numerusform>
            <numerusform>يُبلَّغ الخادم بـ %n عمليات دخول لاحقًا.</numerusform>
            <numerusform>يُبلَّغ الخادم بـ %n عملية دخول لاحقًا.</numerusform>
            <numerusform>يُبلَّغ الخادم بـ %n عملية دخول لاحقًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>عرضها</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorWords</name>
    <message>
        <source>Came in at %1</source>
        <translation>دخل في %1</translation>
    </message>
    <message>
        <source>Came in at %1, %2</source>
        <translation>دخل في %1، %2</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>تفضل بالدخول</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>دخل من قبل</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>فعالية أخرى</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>مستبدَلة</translation>
    </message>
    <message>
        <source>This ticket was exchanged. Ask for the new one.</source>
        <translation>استُبدلت هذه التذكرة. اطلب التذكرة الجديدة.</translation>
    </message>
    <message>
        <source>Old print</source>
        <translation>نسخة قديمة</translation>
    </message>
    <message>
        <source>Not our ticket</source>
        <translation>ليست تذكرتنا</translation>
    </message>
    <message>
        <source>This house has no such ticket.</source>
        <translation>لا توجد تذكرة كهذه في هذه الدار.</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>غير مدفوعة</translation>
    </message>
    <message>
        <source>This ticket is only reserved. It has to be paid at the box office first.</source>
        <translation>هذه التذكرة محجوزة فقط. يجب دفعها أولًا في شباك التذاكر.</translation>
    </message>
    <message>
        <source>Seat given free</source>
        <translation>حُرِّر المقعد</translation>
    </message>
    <message>
        <source>The seat was given free at %1 because nobody had come.</source>
        <translation>حُرِّر المقعد في %1 لأن أحدًا لم يأتِ.</translation>
    </message>
    <message>
        <source>The seat was given free because nobody had come.</source>
        <translation>حُرِّر المقعد لأن أحدًا لم يأتِ.</translation>
    </message>
    <message>
        <source>Somebody else has it now. Ask the box office for another seat.</source>
        <translation>صار لشخص آخر الآن. اطلب مقعدًا آخر من شباك التذاكر.</translation>
    </message>
    <message>
        <source>Ask the box office.</source>
        <translation>اسأل شباك التذاكر.</translation>
    </message>
    <message>
        <source>There is still a place for it.</source>
        <translation>لا يزال لها مكان.</translation>
    </message>
    <message>
        <source>This ticket was cancelled. The box office knows what becomes of its price.</source>
        <translation>أُلغيت هذه التذكرة. يعرف شباك التذاكر ما يؤول إليه ثمنها.</translation>
    </message>
    <message>
        <source>This is an older print of the ticket. Ask for the newest.</source>
        <translation>هذه طبعة أقدم من التذكرة. اطلب الأحدث.</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>ليست في القائمة</translation>
    </message>
    <message>
        <source>The list is of %1. The ticket may be for another evening. Ask the box office.</source>
        <translation>القائمة مؤرخة %1. قد تكون التذكرة لأمسية أخرى. اسأل شباك التذاكر.</translation>
    </message>
    <message>
        <source>The list is of %1. Ask the box office.</source>
        <translation>القائمة من الساعة %1. اسأل شباك التذاكر.</translation>
    </message>
    <message>
        <source>The ticket has a newer code, of %1. Ask for the new print.</source>
        <translation>للتذكرة رمز أحدث، بتاريخ %1. اطلب النسخة المطبوعة الجديدة.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ErrorTexts</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1</numerusform>
            <numerusform>%1 ومقعد آخر</numerusform>
            <numerusform>%1 ومقعدان آخران</numerusform>
            <numerusform>%1 و%Ln مقاعد أخرى</numerusform>
            <numerusform>%1 و%Ln مقعدًا آخر</numerusform>
            <numerusform>%1 و%Ln مقعد آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these seats was just taken by someone else. The map shows what is free: choose another.</source>
        <translation>أخذ شخص آخر أحد هذه المقاعد للتو. يبيّن المخطط المقاعد الشاغرة: اختر مقعدًا غيره.</translation>
    </message>
    <message>
        <source>Seat %1 was just taken by someone else. The map shows what is free: choose another.</source>
        <translation>أخذ شخص آخر المقعد %1 للتو. يبيّن المخطط المقاعد الشاغرة: اختر مقعدًا غيره.</translation>
    </message>
    <message>
        <source>Seats %1 were just taken by someone else. The map shows what is free: choose others.</source>
        <translation>أخذ شخص آخر المقاعد %1 للتو. يبيّن المخطط المقاعد الشاغرة: اختر مقاعد غيرها.</translation>
    </message>
    <message>
        <source>These are more seats than one customer may hold here. Release some first.</source>
        <translation>هذا العدد من المقاعد أكبر مما يُسمح لعميل واحد بالاحتفاظ به هنا. أعِد بعضها أولًا.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>انتظر قليلًا ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation>الملف كبير جدًا. اختر ملفًا أصغر.</translation>
    </message>
    <message>
        <source>The file is larger than %1. Choose a smaller one.</source>
        <translation>حجم الملف أكبر من %1. اختر ملفًا أصغر.</translation>
    </message>
    <message>
        <source>The server did not accept what was entered. Check the fields and try again.</source>
        <translation>لم يقبل الخادم ما أُدخل. تحقق من الحقول ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This program and the server are of different versions. Update the older one, or ask the house for help.</source>
        <translation>إصدار هذا البرنامج مختلف عن إصدار الخادم. حدّث الأقدم منهما، أو اطلب المساعدة من إدارة الدار.</translation>
    </message>
    <message>
        <source>The connection started anew. Try again.</source>
        <translation>بدأ الاتصال من جديد. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The server&apos;s data was written by a newer version of Parterre. Ask the administrator to update the server.</source>
        <translation>كُتبت بيانات الخادم بإصدار أحدث من Parterre. اطلب من مسؤول النظام تحديث الخادم.</translation>
    </message>
    <message>
        <source>The server cannot reach its database. Nothing was changed; try again shortly, or tell the administrator.</source>
        <translation>يتعذر على الخادم الوصول إلى قاعدة بياناته. لم يتغير شيء؛ أعد المحاولة بعد قليل، أو أبلغ مسؤول النظام.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. Nothing was changed; try again, or tell the administrator.</source>
        <translation>حدث خطأ في الخادم. لم يتغير شيء؛ أعد المحاولة، أو أبلغ مسؤول النظام.</translation>
    </message>
    <message>
        <source>Your account may not do this. Sign in with another account, or ask a manager.</source>
        <translation>حسابك غير مخوَّل لذلك. سجّل الدخول بحساب آخر، أو اسأل أحد المديرين.</translation>
    </message>
    <message>
        <source>You are not signed in. Sign in, or continue as a guest.</source>
        <translation>لم تسجّل الدخول. سجّل الدخول، أو تابع بصفة زائر.</translation>
    </message>
    <message>
        <source>That was too often in a short time.</source>
        <translation>تكرر ذلك كثيرًا في وقت قصير.</translation>
    </message>
    <message>
        <source>The server is very busy.</source>
        <translation>الخادم مشغول جدًا.</translation>
    </message>
    <message>
        <source>The answer was too long to be sent. Narrow your search and try again.</source>
        <translation>كانت الإجابة أطول من أن تُرسَل. ضيّق نطاق البحث وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>E-mail address and password do not match. Check both; capital letters count in the password.</source>
        <translation>عنوان البريد الإلكتروني وكلمة المرور غير متطابقين. تحقق منهما؛ وحالة الأحرف اللاتينية مهمة في كلمة المرور.</translation>
    </message>
    <message>
        <source>An account with this e-mail address exists already. Sign in instead, or use another address.</source>
        <translation>يوجد حساب بهذا العنوان من قبل. سجّل الدخول به، أو استخدم عنوانًا آخر.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Take a longer one, for example four words in a row.</source>
        <translation>كلمة المرور هذه سهلة التخمين. اختر كلمة أطول، مثل أربع كلمات متتالية.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>انتهت صلاحية تسجيل دخولك. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This house sells to registered customers only. Sign in or create an account.</source>
        <translation>تبيع هذه الدار للعملاء المسجَّلين فقط. سجّل الدخول أو أنشئ حسابًا.</translation>
    </message>
    <message>
        <source>This set-up code is wrong, used or out of date. Read it again from the server&apos;s output; a restart prints a new one.</source>
        <translation>رمز الإعداد هذا خاطئ أو مستخدَم أو منتهي الصلاحية. اقرأه مجددًا مما يكتبه الخادم؛ وإعادة تشغيل الخادم تُصدر رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>Somebody is signed in already. Log out first.</source>
        <translation>سُجّل الدخول من قبل. سجّل الخروج أولًا.</translation>
    </message>
    <message>
        <source>This is no longer there. Go back and refresh the list.</source>
        <translation>لم يعد هذا موجودًا. ارجع وحدّث القائمة.</translation>
    </message>
    <message>
        <source>This name is in use already. Choose another.</source>
        <translation>هذا الاسم مستخدَم من قبل. اختر اسمًا آخر.</translation>
    </message>
    <message>
        <source>These seats are no longer yours. Choose them again on the map if they are free.</source>
        <translation>لم تعد هذه المقاعد لك. اخترها من جديد على المخطط إن كانت شاغرة.</translation>
    </message>
    <message>
        <source>The time to book these seats is over and nothing was booked. Choose them again on the map if they are free.</source>
        <translation>انتهت مدة حجز هذه المقاعد ولم يُحجز شيء. اخترها من جديد على المخطط إن كانت شاغرة.</translation>
    </message>
    <message>
        <source>These seats cannot be kept any longer. Book them before the time runs out.</source>
        <translation>لا يمكن الاحتفاظ بهذه المقاعد مدة أطول. احجزها قبل انتهاء الوقت.</translation>
    </message>
    <message>
        <source>This event is not on sale now. Choose another event, or ask the house.</source>
        <translation>هذه الفعالية غير معروضة للبيع الآن. اختر فعالية أخرى، أو اسأل شباك التذاكر.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Look at the new state and try again.</source>
        <translation>غيّر شخص آخر هذا في هذه الأثناء. راجع الحالة الجديدة ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This seat is not in the plan any more. Open the event again to see the new plan.</source>
        <translation>لم يعد هذا المقعد في المخطط. افتح الفعالية من جديد لترى المخطط الجديد.</translation>
    </message>
    <message>
        <source>This kind of ticket is not sold for that seat. Choose another kind of ticket.</source>
        <translation>لا يُباع هذا النوع من التذاكر لذلك المقعد. اختر نوعًا آخر.</translation>
    </message>
    <message>
        <source>These seats are being booked at this moment. Wait for the answer.</source>
        <translation>يجري حجز هذه المقاعد الآن. انتظر الرد.</translation>
    </message>
    <message>
        <source>This purchase was sent before with other contents. Check your bookings before you try again.</source>
        <translation>أُرسلت عملية الشراء هذه من قبل بمحتوى مختلف. راجع حجوزاتك قبل إعادة المحاولة.</translation>
    </message>
    <message>
        <source>The amount received is less than the total. Enter what the customer gave.</source>
        <translation>المبلغ المستلَم أقل من الإجمالي. أدخل المبلغ الذي دفعه العميل.</translation>
    </message>
    <message>
        <source>This booking was cancelled before. Nothing is left to do.</source>
        <translation>أُلغي هذا الحجز من قبل. لا يلزم فعل شيء آخر.</translation>
    </message>
    <message>
        <source>It is too late to cancel this booking here. Ask at the box office.</source>
        <translation>فات أوان إلغاء هذا الحجز هنا. اسأل في شباك التذاكر.</translation>
    </message>
    <message>
        <source>These seats are priced in different currencies. Book them one event at a time.</source>
        <translation>أسعار هذه المقاعد بعملات مختلفة. احجز كل فعالية على حدة.</translation>
    </message>
    <message>
        <source>This file cannot be read as what it should be. Choose another file.</source>
        <translation>محتوى هذا الملف ليس بالصيغة المتوقعة. اختر ملفًا آخر.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came. Parterre is checking; do not repeat the purchase.</source>
        <translation>انقطع الاتصال قبل وصول الرد. يتحقق Parterre من الأمر؛ لا تكرر الشراء.</translation>
    </message>
    <message>
        <source>There is no connection to the server. Check the network; Parterre keeps trying.</source>
        <translation>لا يوجد اتصال بالخادم. تحقق من الشبكة؛ يواصل Parterre المحاولة.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the network and try again.</source>
        <translation>لم يرد الخادم في الوقت المحدد. تحقق من الشبكة ثم أعد المحاولة.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>أعد المحاولة الآن.</numerusform>
            <numerusform>أعد المحاولة بعد دقيقة واحدة.</numerusform>
            <numerusform>أعد المحاولة بعد دقيقتين.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln دقائق.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln دقيقة.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln دقيقة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds.</source>
        <translation>
            <numerusform>أعد المحاولة الآن.</numerusform>
            <numerusform>أعد المحاولة بعد ثانية واحدة.</numerusform>
            <numerusform>أعد المحاولة بعد ثانيتين.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln ثوانٍ.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln ثانية.</numerusform>
            <numerusform>أعد المحاولة بعد %Ln ثانية.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense to this program. Try again; if it stays so, tell the administrator.</source>
        <translation>لم يفهم هذا البرنامج رد الخادم. أعد المحاولة؛ وإن تكرر ذلك فأبلغ مسؤول النظام.</translation>
    </message>
    <message>
        <source>This is not a server address. Write it like box-office.example.org or 192.168.0.10:7717.</source>
        <translation>هذا ليس عنوان خادم. اكتبه على نحو ⁨box-office.example.org⁩ أو ⁨192.168.0.10:7717⁩.</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address and the network.</source>
        <translation>لا يوجد خادم بهذا الاسم. تحقق من العنوان ومن الشبكة.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check the address and whether the server is running.</source>
        <translation>لا رد من هذا العنوان. تحقق من العنوان ومن أن الخادم يعمل.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a Parterre server. Check the address.</source>
        <translation>يأتي رد من هذا العنوان، لكنه ليس من خادم Parterre. تحقق من العنوان.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent. Check the address, or ask the administrator about its certificate.</source>
        <translation>لم يتمكن الخادم من إثبات هويته، لذلك لم يُرسل شيء. تحقق من العنوان، أو اسأل مسؤول النظام عن شهادة الخادم.</translation>
    </message>
    <message>
        <source>The time to book %1 is over. Choose again on the map if the seats are still free.</source>
        <translation>انتهت مدة حجز %1. اختر من جديد على المخطط إن كانت المقاعد لا تزال شاغرة.</translation>
    </message>
    <message>
        <source>The connection was away too long, so %1 became free. Choose again on the map if nobody was quicker.</source>
        <translation>انقطع الاتصال مدة طويلة فأصبح %1 شاغرًا. اختر من جديد على المخطط إن لم يسبقك أحد.</translation>
    </message>
    <message>
        <source>The event is no longer on sale, so %1 became free. Ask the house.</source>
        <translation>لم تعد الفعالية معروضة للبيع فأصبح %1 شاغرًا. اسأل شباك التذاكر.</translation>
    </message>
    <message>
        <source>You no longer hold %1.</source>
        <translation>لم تعد تحتفظ بـ %1.</translation>
    </message>
    <message>
        <source>Seat %1 would be left on its own, and nobody buys a single seat. Move your seats by one, or take it too.</source>
        <translation>سيبقى المقعد %1 وحيدًا، ولا أحد يشتري مقعدًا مفردًا. انقل مقاعدك بمقدار مقعد واحد، أو خذه أيضًا.</translation>
    </message>
    <message>
        <source>Single seats that nobody buys would be left: %1. Move your seats by one, or take them too.</source>
        <translation>ستبقى مقاعد مفردة لا يشتريها أحد: %1. انقل مقاعدك بمقدار مقعد واحد، أو خذها أيضًا.</translation>
    </message>
    <message>
        <source>There is not that much room left. Choose fewer places, or another part of the house.</source>
        <translation>لم يبقَ متسع لهذا العدد. اختر أماكن أقل، أو جزءًا آخر من القاعة.</translation>
    </message>
    <message>
        <source>%1 is full. Choose another part of the house; places may become free again.</source>
        <translation>اكتملت أماكن %1. اختر جزءًا آخر من القاعة؛ قد تصبح أماكن شاغرة من جديد.</translation>
    </message>
    <message>
        <source>There is only one place for you in %1, for others were quicker. Take that, or choose another part of the house.</source>
        <translation>بقي لك مكان واحد فقط في %1، فقد سبقك آخرون. خذه، أو اختر جزءًا آخر من القاعة.</translation>
    </message>
    <message numerus="yes">
        <source>You can have at most %n places in %1, for others were quicker. Choose fewer.</source>
        <translation>
            <numerusform>لم يبقَ لك مكان في %1، فقد سبقك آخرون.</numerusform>
            <numerusform>بقي لك مكان واحد على الأكثر في %1، فقد سبقك آخرون. اختر أقل.</numerusform>
            <numerusform>بقي لك مكانان على الأكثر في %1، فقد سبقك آخرون. اختر أقل.</numerusform>
            <numerusform>بقي لك %Ln أماكن على الأكثر في %1، فقد سبقك آخرون. اختر أقل.</numerusform>
            <numerusform>بقي لك %Ln مكانًا على الأكثر في %1، فقد سبقك آخرون. اختر أقل.</numerusform>
            <numerusform>بقي لك %Ln مكان على الأكثر في %1، فقد سبقك آخرون. اختر أقل.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table is sold to one party only. Take all of its seats, or choose another table.</source>
        <translation>تُباع هذه الطاولة كاملة فقط. خذ جميع مقاعدها، أو اختر طاولة أخرى.</translation>
    </message>
    <message>
        <source>Somebody came in with this ticket. Undo that at the door first.</source>
        <translation>دخل شخص بهذه التذكرة. ألغِ دخوله عند الباب أولًا.</translation>
    </message>
    <message>
        <source>The event cannot be like that. Check its times, ticket types and prices.</source>
        <translation>لا يمكن أن تكون الفعالية هكذا. تحقق من أوقاتها وأنواع تذاكرها وأسعارها.</translation>
    </message>
    <message>
        <source>Nothing is owed to this booking any more. It may have been paid out a moment ago.</source>
        <translation>لم يعد لهذا الحجز مبلغ مستحق. ربما رُدّ قبل لحظات.</translation>
    </message>
    <message>
        <source>These are too many dates for one series. Make several of it.</source>
        <translation>هذه مواعيد كثيرة على سلسلة واحدة. اجعلها عدة سلاسل.</translation>
    </message>
    <message numerus="yes">
        <source>A series has at most %n dates. Make several of it.</source>
        <translation>
            <numerusform>لا تضم السلسلة أي موعد. اجعلها عدة سلاسل.</numerusform>
            <numerusform>تضم السلسلة موعدًا واحدًا على الأكثر. اجعلها عدة سلاسل.</numerusform>
            <numerusform>تضم السلسلة موعدين على الأكثر. اجعلها عدة سلاسل.</numerusform>
            <numerusform>تضم السلسلة %n مواعيد على الأكثر. اجعلها عدة سلاسل.</numerusform>
            <numerusform>تضم السلسلة %n موعدًا على الأكثر. اجعلها عدة سلاسل.</numerusform>
            <numerusform>تضم السلسلة %n موعد على الأكثر. اجعلها عدة سلاسل.</numerusform>
        </translation>
    </message>
    <message>
        <source>These dates reach too far into the future. Let the series end earlier.</source>
        <translation>تمتد هذه المواعيد بعيدًا في المستقبل. اجعل السلسلة تنتهي أبكر.</translation>
    </message>
    <message numerus="yes">
        <source>The dates of a series lie within %n years. Let it end earlier.</source>
        <translation>
            <numerusform>تقع مواعيد السلسلة في السنة نفسها. اجعلها تنتهي أبكر.</numerusform>
            <numerusform>تقع مواعيد السلسلة خلال سنة واحدة. اجعلها تنتهي أبكر.</numerusform>
            <numerusform>تقع مواعيد السلسلة خلال سنتين. اجعلها تنتهي أبكر.</numerusform>
            <numerusform>تقع مواعيد السلسلة خلال %n سنوات. اجعلها تنتهي أبكر.</numerusform>
            <numerusform>تقع مواعيد السلسلة خلال %n سنة. اجعلها تنتهي أبكر.</numerusform>
            <numerusform>تقع مواعيد السلسلة خلال %n سنة. اجعلها تنتهي أبكر.</numerusform>
        </translation>
    </message>
    <message>
        <source>This way of paying is not open to you here. Ask at the box office.</source>
        <translation>طريقة الدفع هذه غير متاحة لك هنا. اسأل في شباك التذاكر.</translation>
    </message>
    <message>
        <source>The parts of the payment are not what is due. Look at them again.</source>
        <translation>أجزاء الدفع لا تساوي المبلغ المستحق. راجعها مرة أخرى.</translation>
    </message>
    <message>
        <source>Money goes back to a card. Refund it at the terminal, then enter the reference of its receipt.</source>
        <translation>يعود المال إلى بطاقة. ردّه عند جهاز الدفع ثم أدخل مرجع الإيصال.</translation>
    </message>
    <message>
        <source>This rule cannot be read. Write it like FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12.</source>
        <translation>لا يمكن قراءة هذه القاعدة. اكتبها مثل FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12.</translation>
    </message>
    <message>
        <source>This rule never ends. Say after how many dates, or until when.</source>
        <translation>هذه القاعدة لا تنتهي. حدّد بعد كم موعد أو حتى متى.</translation>
    </message>
    <message>
        <source>There is no date left. Check the first date, the rule and what is left out.</source>
        <translation>لم يبقَ أي موعد. راجع الموعد الأول والقاعدة وما يُستثنى.</translation>
    </message>
    <message>
        <source>The event gives its reservations free earlier than that. Choose an earlier time.</source>
        <translation>تحرر الفعالية حجوزاتها غير المدفوعة قبل ذلك. اختر وقتًا أبكر.</translation>
    </message>
    <message>
        <source>The event gives its reservations free at %1. Choose that time or an earlier one.</source>
        <translation>تحرر الفعالية حجوزاتها غير المدفوعة في %1. اختر ذلك الوقت أو أبكر منه.</translation>
    </message>
    <message>
        <source>The house holds these seats back. Choose them one by one to sell them all the same, or choose others.</source>
        <translation>تحجب الدار هذه المقاعد. اخترها واحدًا واحدًا لبيعها مع ذلك، أو اختر غيرها.</translation>
    </message>
    <message>
        <source>The house holds %1 back. Choose it on the map to sell it all the same, or choose another.</source>
        <translation>تحجب الدار %1. اختره على المخطط لبيعه مع ذلك، أو اختر غيره.</translation>
    </message>
    <message>
        <source>That time is over already. Choose a later one, or take the payment now.</source>
        <translation>مضى ذلك الوقت. اختر وقتًا لاحقًا، أو استلم الدفع الآن.</translation>
    </message>
    <message>
        <source>This reservation has ended and its seats are free. Nothing was paid; sell the seats anew, if they are still to be had.</source>
        <translation>انتهى هذا الحجز ومقاعده شاغرة. لم يُدفع شيء؛ بع المقاعد من جديد إن كانت متاحة.</translation>
    </message>
    <message>
        <source>This booking is paid already. Do not take money for it again.</source>
        <translation>هذا الحجز مدفوع. لا تأخذ مالًا عنه مرة أخرى.</translation>
    </message>
    <message>
        <source>This booking is reserved and not paid yet. Take the payment first; then there are tickets.</source>
        <translation>هذا الحجز لم يُدفع بعد. استلم الدفع أولًا؛ بعدها تكون له تذاكر.</translation>
    </message>
    <message>
        <source>The payment service cannot be reached at the moment. Nothing was paid; try again shortly.</source>
        <translation>لا يمكن الوصول إلى خدمة الدفع الآن. لم يُدفع شيء؛ حاول بعد قليل.</translation>
    </message>
    <message>
        <source>The payment service does not take this payment. Pay another way, or ask the house for help.</source>
        <translation>لا تقبل خدمة الدفع هذه الدفعة. ادفع بطريقة أخرى، أو اطلب مساعدة الدار.</translation>
    </message>
    <message>
        <source>The payment was declined. Try another card or way to pay.</source>
        <translation>رُفضت الدفعة. جرب بطاقة أخرى أو طريقة أخرى.</translation>
    </message>
    <message>
        <source>This house takes no payments online. Buy at the box office.</source>
        <translation>لا تقبل هذه الدار الدفع عبر الإنترنت. اشترِ من شباك التذاكر.</translation>
    </message>
    <message>
        <source>This payment has come to its end already. Look at the booking.</source>
        <translation>انتهت هذه الدفعة. انظر إلى الحجز.</translation>
    </message>
    <message>
        <source>There is no voucher of this code. Compare it with what is printed, character by character.</source>
        <translation>لا توجد قسيمة بهذا الرمز. قارنه بالمطبوع حرفًا حرفًا.</translation>
    </message>
    <message>
        <source>The voucher is not valid any more. Pay another way; a manager can make it valid again.</source>
        <translation>لم تعد القسيمة صالحة. ادفع بطريقة أخرى؛ يستطيع مدير أن يجعلها صالحة من جديد.</translation>
    </message>
    <message>
        <source>The voucher is blocked, perhaps because it was reported lost. Pay another way, or ask a manager.</source>
        <translation>القسيمة موقوفة، ربما لأنها أُبلغ عن ضياعها. ادفع بطريقة أخرى، أو اسأل مديرًا.</translation>
    </message>
    <message>
        <source>Less is left on the voucher than it is to pay. Check its code again, and pay the rest another way.</source>
        <translation>بقي على القسيمة أقل مما يُراد دفعه بها. تحقق من رمزها، وادفع الباقي بطريقة أخرى.</translation>
    </message>
    <message>
        <source>The printer does not answer. Check that it is on and connected, and its address in the profile.</source>
        <translation>الطابعة لا تجيب. تأكد أنها مشغلة وموصولة، ومن عنوانها في الملف الشخصي.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Put in a new roll and print again.</source>
        <translation>نفد ورق الطابعة. ضع لفة جديدة واطبع مرة أخرى.</translation>
    </message>
    <message>
        <source>The printer is open or reports a fault. Close its cover, look at its lights, and print again.</source>
        <translation>الطابعة مفتوحة أو تبلغ عن عطل. أغلق غطاءها وانظر إلى أضوائها واطبع مرة أخرى.</translation>
    </message>
    <message>
        <source>The printer stopped in the middle. See what came out and check its paper before you print again.</source>
        <translation>توقفت الطابعة في المنتصف. انظر ما خرج منها وتحقق من ورقها قبل أن تطبع مرة أخرى.</translation>
    </message>
    <message>
        <source>Some of these seats are blocked already. Release them first, or choose others.</source>
        <translation>بعض هذه المقاعد محجوب سلفًا. حررها أولًا، أو اختر غيرها.</translation>
    </message>
    <message>
        <source>These seats are not blocked any more. Look at the list again.</source>
        <translation>لم تعد هذه المقاعد محجوبة. انظر إلى القائمة مرة أخرى.</translation>
    </message>
    <message>
        <source>That time is over already, so the seats would be free at once. Choose a later one.</source>
        <translation>مضى ذلك الوقت، فتصير المقاعد شاغرة فورًا. اختر وقتًا لاحقًا.</translation>
    </message>
    <message>
        <source>Seats of this event are blocked. Release them first: then it can have another plan, or be deleted.</source>
        <translation>من مقاعد هذه الفعالية ما هو محجوب. حررها أولًا: عندئذ يمكن أن يكون لها مخطط آخر أو أن تُحذف.</translation>
    </message>
    <message>
        <source>The discount cannot be like that. Say what it takes off, for whom and until when.</source>
        <translation>لا يصح الخصم هكذا. حدد ما يخفضه ولمن وحتى متى.</translation>
    </message>
    <message>
        <source>There is no such code. Check how it is written.</source>
        <translation>لا يوجد رمز كهذا. تحقق من كتابته.</translation>
    </message>
    <message>
        <source>This code is not valid now, or not for these tickets. Take it out to go on.</source>
        <translation>هذا الرمز لا يصلح الآن، أو لا يصلح لهذه التذاكر. أخرجه للمتابعة.</translation>
    </message>
    <message>
        <source>This code was used as often as it may be. Take it out to go on.</source>
        <translation>استُعمل هذا الرمز بقدر ما يجوز. أخرجه للمتابعة.</translation>
    </message>
    <message>
        <source>The price changed meanwhile. Look at the new total and book again.</source>
        <translation>تغير السعر في هذه الأثناء. انظر إلى المجموع الجديد واحجز مرة أخرى.</translation>
    </message>
    <message>
        <source>What was found is out of date. Look at the source again.</source>
        <translation>ما عُثر عليه قديم. انظر إلى المصدر مرة أخرى.</translation>
    </message>
    <message>
        <source>The event that new ones are made like is gone. Edit the source and choose another.</source>
        <translation>الفعالية التي تُصنع الجديدة على مثالها لم تعد موجودة. حرر المصدر واختر غيرها.</translation>
    </message>
    <message>
        <source>The server could not fetch the address. Check it in a browser, and try again later.</source>
        <translation>لم يستطع الخادم جلب العنوان. تحقق منه في متصفح، وحاول لاحقًا.</translation>
    </message>
    <message>
        <source>The server fetches only addresses of the public web that begin with https:// or http:// and hold no password. Check the address.</source>
        <translation>لا يجلب الخادم إلا عناوين الشبكة العامة التي تبدأ بـ ⁦https://⁩ أو ⁦http://⁩ ولا تحوي كلمة مرور. تحقق من العنوان.</translation>
    </message>
    <message>
        <source>Nobody is late yet. Seats of people who have not come can be released from two hours before the start.</source>
        <translation>لم يتأخر أحد بعد. يمكن تحرير مقاعد من لم يحضر قبل البداية بساعتين على الأكثر.</translation>
    </message>
    <message>
        <source>This booking has as many notes as it can have. Nothing was written down.</source>
        <translation>بلغ هذا الحجز أقصى عدد من الملاحظات. لم يُدوَّن شيء.</translation>
    </message>
    <message>
        <source>This house sends no mail. Whoever runs the server can set it up; print the tickets or save them as PDF instead.</source>
        <translation>لا ترسل هذه الدار بريدًا إلكترونيًا. يمكن لمشغّل الخادم إعداده؛ اطبع التذاكر أو احفظها بصيغة PDF.</translation>
    </message>
    <message>
        <source>This is no mail address. Write it like ada@example.org.</source>
        <translation>هذا ليس عنوان بريد. اكتبه مثل ada@example.org.</translation>
    </message>
    <message>
        <source>The seat of this ticket was given free because nobody had come. Ask at the box office.</source>
        <translation>حُرِّر مقعد هذه التذكرة لأن أحدًا لم يأتِ. اسأل في شباك التذاكر.</translation>
    </message>
    <message>
        <source>The code was used more often already. Let it be used as often at least, or end the discount.</source>
        <translation>استُخدم الرمز أكثر من ذلك بالفعل. اسمح بهذا العدد من المرات على الأقل، أو أنهِ الخصم.</translation>
    </message>
    <message>
        <source>Too many mails are waiting to be sent. Wait until they have gone; print the tickets or save them as PDF meanwhile.</source>
        <translation>رسائل كثيرة تنتظر الإرسال. انتظر حتى تُرسل؛ واطبع التذاكر أو احفظها بصيغة PDF في هذه الأثناء.</translation>
    </message>
    <message>
        <source>This seat was not given free, or has its ticket back already. Scan the ticket to see.</source>
        <translation>لم يُحرَّر هذا المقعد، أو عادت تذكرته صالحة بالفعل. امسح التذكرة لتعرف.</translation>
    </message>
    <message>
        <source>This house has plans or drafts and cannot be deleted. Delete its drafts first; a house with plans stays, but its name can be changed.</source>
        <translation>لهذه الدار مخططات أو مسودات ولا يمكن حذفها. احذف مسوداتها أولًا؛ والدار ذات المخططات تبقى، لكن يمكن تغيير اسمها.</translation>
    </message>
    <message>
        <source>The server does not know this time zone. Choose another one with the same time.</source>
        <translation>لا يعرف الخادم هذه المنطقة الزمنية. اختر أخرى لها الوقت نفسه.</translation>
    </message>
    <message>
        <source>Seats of this event are in somebody&apos;s hands or were sold already. It keeps its plan and its currency, and it cannot be deleted; pause it instead.</source>
        <translation>مقاعد هذه الفعالية بيد أحد أو بيعت بالفعل. تحتفظ بمخططها وعملتها ولا يمكن حذفها؛ أوقف بيعها بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>You can hold only one seat of this event at once, wherever you are signed in. Release it, or book it first.</source>
        <translation>لا يمكنك حجز أكثر من مقعد واحد من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلقه أو احجزه نهائيًا أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>You can hold at most %n seats of this event at once, wherever you are signed in. Release some, or book these first.</source>
        <translation>
            <numerusform>لا يمكنك حجز مقاعد من هذه الفعالية. أطلق بعضها أو احجزها نهائيًا أولًا.</numerusform>
            <numerusform>يمكنك حجز مقعد واحد على الأكثر من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلقه أو احجزه نهائيًا أولًا.</numerusform>
            <numerusform>يمكنك حجز مقعدين على الأكثر من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلق بعضها أو احجزها نهائيًا أولًا.</numerusform>
            <numerusform>يمكنك حجز %n مقاعد على الأكثر من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلق بعضها أو احجزها نهائيًا أولًا.</numerusform>
            <numerusform>يمكنك حجز %n مقعدًا على الأكثر من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلق بعضها أو احجزها نهائيًا أولًا.</numerusform>
            <numerusform>يمكنك حجز %n مقعد على الأكثر من هذه الفعالية في وقت واحد، أينما سجلت الدخول. أطلق بعضها أو احجزها نهائيًا أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are more tickets than one booking may have. Release some seats first.</source>
        <translation>هذه تذاكر أكثر مما يجوز لحجز واحد. أطلق بعض المقاعد أولًا.</translation>
    </message>
    <message>
        <source>A booking may have only one ticket for this event. Release the other seats first.</source>
        <translation>لا يجوز للحجز إلا تذكرة واحدة لهذه الفعالية. أطلق المقاعد الأخرى أولًا.</translation>
    </message>
    <message numerus="yes">
        <source>A booking may have at most %n tickets for this event. Release some seats first.</source>
        <translation>
            <numerusform>لا يجوز للحجز أي تذكرة لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
            <numerusform>يجوز للحجز تذكرة واحدة على الأكثر لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
            <numerusform>يجوز للحجز تذكرتان على الأكثر لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
            <numerusform>يجوز للحجز %n تذاكر على الأكثر لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
            <numerusform>يجوز للحجز %n تذكرة على الأكثر لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
            <numerusform>يجوز للحجز %n تذكرة على الأكثر لهذه الفعالية. أطلق بعض المقاعد أولًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>This reservation ends in a moment, too soon to pay it online. Nothing was paid; ask the box office to prolong it.</source>
        <translation>ينتهي هذا الحجز بعد لحظة، أبكر من أن يُدفع عبر الإنترنت. لم يُدفع شيء؛ اطلب من شباك التذاكر تمديده.</translation>
    </message>
    <message>
        <source>A seat that is kept for a companion would be without its wheelchair place. Have both, or neither.</source>
        <translation>سيبقى مقعد مخصص لمرافق من دون مكان الكرسي المتحرك التابع له. خذ الاثنين معًا أو لا تأخذ أيًا منهما.</translation>
    </message>
    <message>
        <source>Seat %1 is kept for the companion of %2. Add %2, or give %1 back.</source>
        <translation>المقعد %1 مخصص لمرافق %2. أضف %2 أو أعد %1.</translation>
    </message>
    <message>
        <source>Seat %1 is kept for the companion of somebody in a wheelchair. Have it together with a wheelchair place, or give it back.</source>
        <translation>المقعد %1 مخصص لمرافق شخص على كرسي متحرك. خذه مع مكان لكرسي متحرك أو أعده.</translation>
    </message>
    <message>
        <source>These seats are kept for companions of people in wheelchairs: %1. Have them together with their wheelchair places, or give them back.</source>
        <translation>هذه المقاعد مخصصة لمرافقي أشخاص على كراسٍ متحركة: %1. خذها مع أماكن الكراسي المتحركة التابعة لها أو أعدها.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventCardDelegate</name>
    <message>
        <source>Movie</source>
        <translation>فيلم</translation>
    </message>
    <message>
        <source>Concert</source>
        <translation>حفل موسيقي</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>مسرحية</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>رياضة</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>غير ذلك</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Not on sale now</source>
        <translation>غير معروضة للبيع الآن</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>نفدت التذاكر</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 من %2 شاغر</translation>
    </message>
    <message>
        <source>1 seat left</source>
        <translation>بقي مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%n seats left</source>
        <translation>
            <numerusform>لم يبق أي مقعد</numerusform>
            <numerusform>بقي مقعد واحد</numerusform>
            <numerusform>بقي مقعدان</numerusform>
            <numerusform>بقيت %Ln مقاعد</numerusform>
            <numerusform>بقي %Ln مقعدًا</numerusform>
            <numerusform>بقي %Ln مقعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventDetails</name>
    <message>
        <source>About this event</source>
        <translation>عن هذه الفعالية</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Poster of %1</source>
        <translation>ملصق %1</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>دقيقة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>One seat at a time.</source>
        <translation>مقعد واحد في كل مرة.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n seats at once.</source>
        <translation>
            <numerusform>%Ln مقعد على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>مقعد واحد على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>مقعدان على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%Ln مقاعد على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%Ln مقعدًا على الأكثر في المرة الواحدة.</numerusform>
            <numerusform>%Ln مقعد على الأكثر في المرة الواحدة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seats are kept for a minute while you decide.</source>
        <translation>تُحجز المقاعد لك دقيقة واحدة ريثما تقرر.</translation>
    </message>
    <message numerus="yes">
        <source>Seats are kept for %n minutes while you decide.</source>
        <translation>
            <numerusform>تُحجز المقاعد لك %Ln دقيقة ريثما تقرر.</numerusform>
            <numerusform>تُحجز المقاعد لك دقيقة واحدة ريثما تقرر.</numerusform>
            <numerusform>تُحجز المقاعد لك دقيقتين ريثما تقرر.</numerusform>
            <numerusform>تُحجز المقاعد لك %Ln دقائق ريثما تقرر.</numerusform>
            <numerusform>تُحجز المقاعد لك %Ln دقيقة ريثما تقرر.</numerusform>
            <numerusform>تُحجز المقاعد لك %Ln دقيقة ريثما تقرر.</numerusform>
        </translation>
    </message>
    <message>
        <source>On sale until %1.</source>
        <translation>البيع متاح حتى %1.</translation>
    </message>
    <message>
        <source>Bookings can be cancelled until %1.</source>
        <translation>يمكن إلغاء الحجوزات حتى %1.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>أُلغيت: %1</translation>
    </message>
    <message>
        <source>Tickets are refunded at the box office.</source>
        <translation>تُردّ قيمة التذاكر عند شباك التذاكر.</translation>
    </message>
    <message>
        <source>On sale from %1.</source>
        <translation>للبيع ابتداءً من %1.</translation>
    </message>
    <message>
        <source>One ticket in a booking.</source>
        <translation>تذكرة واحدة في الحجز.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n tickets in one booking.</source>
        <translation>
            <numerusform>لا تذاكر في الحجز الواحد.</numerusform>
            <numerusform>تذكرة واحدة على الأكثر في الحجز الواحد.</numerusform>
            <numerusform>تذكرتان على الأكثر في الحجز الواحد.</numerusform>
            <numerusform>%n تذاكر على الأكثر في الحجز الواحد.</numerusform>
            <numerusform>%n تذكرة على الأكثر في الحجز الواحد.</numerusform>
            <numerusform>%n تذكرة على الأكثر في الحجز الواحد.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plus %1 per booking.</source>
        <translation>إضافة إلى %1 لكل حجز.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>الو&amp;صف</translation>
    </message>
    <message>
        <source>What</source>
        <translation>ماذا</translation>
    </message>
    <message>
        <source>K&amp;ind of event</source>
        <translation>نو&amp;ع الفعالية</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروفة</translation>
    </message>
    <message>
        <source>&amp;Start, by the clock of the house</source>
        <translation>ال&amp;بدء، بتوقيت الدار</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>ال&amp;مخطط</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>متى وأين</translation>
    </message>
    <message>
        <source>D&amp;uration (minutes)</source>
        <translation>الم&amp;دة (بالدقائق)</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>&amp;الدار</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1، الإصدار %2</translation>
    </message>
    <message>
        <source>It stays as it is, because seats are held or sold.</source>
        <translation>يبقى كما هو لأن بعض المقاعد محتفَظ بها أو مباعة.</translation>
    </message>
    <message>
        <source>%1 has no plan yet. Publish one first.</source>
        <translation>ليس لدى %1 مخطط بعد. انشر مخططًا أولًا.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>الملصق</translation>
    </message>
    <message>
        <source>One more date of the series</source>
        <translation>موعد آخر من السلسلة</translation>
    </message>
    <message>
        <source>It is changed, published and paused with the other dates then, where you choose so.</source>
        <translation>يُغيَّر ويُنشر ويُوقف حينئذ مع بقية المواعيد حيثما اخترت ذلك.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventListScreen</name>
    <message>
        <source>Search by name or venue</source>
        <translation>ابحث باسم الفعالية أو المكان</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الموعد</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>كل المواعيد</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>نهاية الأسبوع</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>هذا الشهر</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>المكان</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>نوع الفعالية</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>كل الأنواع</translation>
    </message>
    <message>
        <source>All venues</source>
        <translation>كل الأماكن</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>لا فعاليات</numerusform>
            <numerusform>الفعالية الأولى</numerusform>
            <numerusform>أول فعاليتين</numerusform>
            <numerusform>أول %Ln فعاليات</numerusform>
            <numerusform>أول %Ln فعالية</numerusform>
            <numerusform>أول %Ln فعالية</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>فعالية واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>لا فعاليات</numerusform>
            <numerusform>فعالية واحدة</numerusform>
            <numerusform>فعاليتان</numerusform>
            <numerusform>%Ln فعاليات</numerusform>
            <numerusform>%Ln فعالية</numerusform>
            <numerusform>%Ln فعالية</numerusform>
        </translation>
    </message>
    <message>
        <source>The events could not be read</source>
        <translation>تعذرت قراءة الفعاليات</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>No events found</source>
        <translation>لم يُعثر على فعاليات</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>عرض كل الفعاليات</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Soonest first</source>
        <translation>الأقرب أولًا</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>حسب الاسم</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>الأرخص أولًا</translation>
    </message>
    <message>
        <source>Most free seats first</source>
        <translation>الأكثر مقاعد شاغرة أولًا</translation>
    </message>
    <message>
        <source>How many seats</source>
        <translation>عدد المقاعد</translation>
    </message>
    <message>
        <source>Only events with so many free seats</source>
        <translation>الفعاليات التي فيها هذا العدد من المقاعد الشاغرة فقط</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>أي عدد</translation>
    </message>
    <message>
        <source>For 1 person</source>
        <translation>لشخص واحد</translation>
    </message>
    <message numerus="yes">
        <source>For %n people</source>
        <translation>
            <numerusform>لـ %Ln شخص</numerusform>
            <numerusform>لشخص واحد</numerusform>
            <numerusform>لشخصين</numerusform>
            <numerusform>لـ %Ln أشخاص</numerusform>
            <numerusform>لـ %Ln شخصًا</numerusform>
            <numerusform>لـ %Ln شخص</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the search. Look at all dates, venues and kinds, for any number of seats.</source>
        <translation>لا شيء يطابق البحث. اعرض كل التواريخ والقاعات والأنواع، ولأي عدد من المقاعد.</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>من … إلى</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventScreen</name>
    <message>
        <source>Opening the house…</source>
        <translation>جارٍ فتح القاعة…</translation>
    </message>
    <message>
        <source>Back to the events</source>
        <translation>العودة إلى الفعاليات</translation>
    </message>
    <message>
        <source>This event cannot be opened</source>
        <translation>لا يمكن فتح هذه الفعالية</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>The map may be out of date</source>
        <translation>قد لا يكون المخطط محدَّثًا</translation>
    </message>
    <message>
        <source>Seat %1 is held by someone else at the moment. It may become free again.</source>
        <translation>المقعد %1 محتفَظ به لشخص آخر حاليًا. قد يصبح شاغرًا من جديد.</translation>
    </message>
    <message>
        <source>Seat %1 is sold. Choose a free one.</source>
        <translation>المقعد %1 مباع. اختر مقعدًا شاغرًا.</translation>
    </message>
    <message>
        <source>Seat %1 is not on sale. Choose a free one.</source>
        <translation>المقعد %1 غير معروض للبيع. اختر مقعدًا شاغرًا.</translation>
    </message>
    <message>
        <source>Hold this seat?</source>
        <translation>هل تريد الاحتفاظ بهذا المقعد؟</translation>
    </message>
    <message>
        <source>Seat %1 is kept for you while you decide. Nobody else can take it meanwhile.</source>
        <translation>يُحتفظ لك بالمقعد %1 ريثما تقرر، ولا يستطيع أحد غيرك أخذه في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>احتفاظ</translation>
    </message>
    <message>
        <source>Give this seat back?</source>
        <translation>هل تريد إعادة هذا المقعد؟</translation>
    </message>
    <message>
        <source>Seat %1 becomes free at once and somebody else may take it.</source>
        <translation>يصبح المقعد %1 شاغرًا فورًا وقد يأخذه شخص آخر.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>إعادة</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>عدم السؤال مجددًا</translation>
    </message>
    <message>
        <source>Hold these seats?</source>
        <translation>حجز هذه المقاعد مؤقتًا؟</translation>
    </message>
    <message>
        <source>They are kept for you while you decide. Nobody else can take them meanwhile.</source>
        <translation>تبقى محجوزة لك مؤقتًا ريثما تقرر، ولا يستطيع أحد أخذها في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Save the map as PDF</source>
        <translation>حفظ الخريطة بصيغة PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>The map is saved as %1.</source>
        <translation>حُفظت الخريطة باسم %1.</translation>
    </message>
    <message>
        <source>The map could not be saved as %1. Choose another folder.</source>
        <translation>تعذّر حفظ الخريطة باسم %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Drawing the map… %1 %</source>
        <translation>يُرسم المخطط… %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>&amp;About this event</source>
        <translation>&amp;عن هذه الفعالية</translation>
    </message>
    <message>
        <source>Table %1 is held by someone else at the moment. It may become free again.</source>
        <translation>الطاولة %1 محتفَظ بها لشخص آخر حاليًا. قد تصبح شاغرة من جديد.</translation>
    </message>
    <message>
        <source>Table %1 is sold. Choose a free one.</source>
        <translation>الطاولة %1 مباعة. اختر طاولة شاغرة.</translation>
    </message>
    <message>
        <source>Table %1 is not on sale. Choose a free one.</source>
        <translation>الطاولة %1 غير معروضة للبيع. اختر طاولة شاغرة.</translation>
    </message>
    <message>
        <source>%1 is full at the moment. Places may become free again.</source>
        <translation>اكتملت أماكن %1 حاليًا. قد تصبح أماكن شاغرة من جديد.</translation>
    </message>
    <message>
        <source>Hold these places?</source>
        <translation>هل تريد الاحتفاظ بهذه الأماكن؟</translation>
    </message>
    <message>
        <source>Give these places back?</source>
        <translation>هل تريد إعادة هذه الأماكن؟</translation>
    </message>
    <message>
        <source>They become free at once and somebody else may take them.</source>
        <translation>تصبح شاغرة فورًا وقد يأخذها شخص آخر.</translation>
    </message>
    <message>
        <source>Hold this table?</source>
        <translation>هل تريد الاحتفاظ بهذه الطاولة؟</translation>
    </message>
    <message>
        <source>Table %1 is kept for you with all of its seats while you decide. Nobody else can take it meanwhile.</source>
        <translation>تبقى الطاولة %1 بجميع مقاعدها محجوزة لك مؤقتًا ريثما تقرر، ولا يستطيع أحد أخذها في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Give this table back?</source>
        <translation>هل تريد إعادة هذه الطاولة؟</translation>
    </message>
    <message>
        <source>Table %1 becomes free at once with all of its seats, and somebody else may take it.</source>
        <translation>تصبح الطاولة %1 شاغرة فورًا بجميع مقاعدها وقد يأخذها شخص آخر.</translation>
    </message>
    <message>
        <source>This event was cancelled: %1</source>
        <translation>أُلغيت هذه الفعالية: %1</translation>
    </message>
    <message>
        <source>Blocked s&amp;eats</source>
        <translation>المقاعد الم&amp;حجوبة</translation>
    </message>
    <message>
        <source>On sale from %1.</source>
        <translation>للبيع ابتداءً من %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventWords</name>
    <message>
        <source>Give every ticket type a name.</source>
        <translation>سمِّ كل نوع من أنواع التذاكر.</translation>
    </message>
    <message>
        <source>Give the event a name.</source>
        <translation>سمِّ الفعالية.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it.</source>
        <translation>هذا النص أطول من اللازم. اختصره.</translation>
    </message>
    <message>
        <source>This text has characters in it that cannot be shown. Type it again.</source>
        <translation>في هذا النص رموز لا يمكن عرضها. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>This value is not possible. Choose another.</source>
        <translation>هذه القيمة غير ممكنة. اختر غيرها.</translation>
    </message>
    <message>
        <source>Sales would end before they begin. Let them begin earlier.</source>
        <translation>سينتهي البيع قبل أن يبدأ. اجعله يبدأ أبكر.</translation>
    </message>
    <message>
        <source>These are more ticket types than an event can have. Remove some.</source>
        <translation>هذه أنواع تذاكر أكثر مما يمكن أن يكون لفعالية. أزل بعضها.</translation>
    </message>
    <message>
        <source>These are more prices than an event can have. Remove some.</source>
        <translation>هذه أسعار أكثر مما يمكن أن يكون لفعالية. أزل بعضها.</translation>
    </message>
    <message>
        <source>Two ticket types have the same name. Rename one of them.</source>
        <translation>لنوعين من التذاكر الاسم نفسه. غيّر اسم أحدهما.</translation>
    </message>
    <message>
        <source>A price belongs to a category or ticket type that is not there any more. Enter the prices again.</source>
        <translation>أحد الأسعار لفئة سعر أو نوع تذكرة لم يعد موجودًا. أدخل الأسعار من جديد.</translation>
    </message>
    <message>
        <source>Nothing can be sold without a price. Enter at least one.</source>
        <translation>لا يمكن بيع شيء بلا سعر. أدخل سعرًا واحدًا على الأقل.</translation>
    </message>
    <message>
        <source>The start is in the past. Choose a time to come.</source>
        <translation>موعد البدء في الماضي. اختر وقتًا لم يأتِ بعد.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>نوع الفعالية</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>وقت اليوم</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>ticket types</source>
        <translation>أنواع التذاكر</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>الأسعار</translation>
    </message>
    <message>
        <source>rules of the sale</source>
        <translation>قواعد البيع</translation>
    </message>
    <message>
        <source>1 date is published, and sold within its sales window.</source>
        <translation>نُشر موعد واحد، ويُباع في فترة بيعه.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are published, and sold within their sales windows.</source>
        <translation>
            <numerusform>لم يُنشر أي موعد.</numerusform>
            <numerusform>نُشر موعد واحد، ويُباع في فترة بيعه.</numerusform>
            <numerusform>نُشر موعدان، ويُباعان في فترة بيعهما.</numerusform>
            <numerusform>نُشرت %Ln مواعيد، وتُباع في فترات بيعها.</numerusform>
            <numerusform>نُشر %Ln موعدًا، وتُباع في فترات بيعها.</numerusform>
            <numerusform>نُشر %Ln موعد، وتُباع في فترات بيعها.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales of 1 date are paused.</source>
        <translation>أُوقف بيع موعد واحد مؤقتًا.</translation>
    </message>
    <message numerus="yes">
        <source>Sales of %Ln dates are paused.</source>
        <translation>
            <numerusform>لم يُوقف بيع أي موعد.</numerusform>
            <numerusform>أُوقف بيع موعد واحد مؤقتًا.</numerusform>
            <numerusform>أُوقف بيع موعدين مؤقتًا.</numerusform>
            <numerusform>أُوقف بيع %Ln مواعيد مؤقتًا.</numerusform>
            <numerusform>أُوقف بيع %Ln موعدًا مؤقتًا.</numerusform>
            <numerusform>أُوقف بيع %Ln موعد مؤقتًا.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date is saved.</source>
        <translation>حُفظ موعد واحد.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are saved.</source>
        <translation>
            <numerusform>لم يُحفظ أي موعد.</numerusform>
            <numerusform>حُفظ موعد واحد.</numerusform>
            <numerusform>حُفظ موعدان.</numerusform>
            <numerusform>حُفظت %Ln مواعيد.</numerusform>
            <numerusform>حُفظ %Ln موعدًا.</numerusform>
            <numerusform>حُفظ %Ln موعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Left as they are, being otherwise there: %1.</source>
        <translation>تُركت كما هي لأنها مختلفة هناك: %1.</translation>
    </message>
    <message>
        <source>So is 1 more date.</source>
        <translation>وكذلك موعد واحد آخر.</translation>
    </message>
    <message numerus="yes">
        <source>So are %Ln more dates.</source>
        <translation>
            <numerusform>ولا مواعيد أخرى.</numerusform>
            <numerusform>وكذلك موعد واحد آخر.</numerusform>
            <numerusform>وكذلك موعدان آخران.</numerusform>
            <numerusform>وكذلك %Ln مواعيد أخرى.</numerusform>
            <numerusform>وكذلك %Ln موعدًا آخر.</numerusform>
            <numerusform>وكذلك %Ln موعد آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>fees and tax</source>
        <translation>الرسوم والضريبة</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>الملصق</translation>
    </message>
    <message>
        <source>The poster of 1 date is set.</source>
        <translation>وُضع ملصق موعد واحد.</translation>
    </message>
    <message numerus="yes">
        <source>The posters of %Ln dates are set.</source>
        <translation>
            <numerusform>لم يوضع أي ملصق.</numerusform>
            <numerusform>وُضع ملصق موعد واحد.</numerusform>
            <numerusform>وُضع ملصقا موعدين.</numerusform>
            <numerusform>وُضعت ملصقات %Ln مواعيد.</numerusform>
            <numerusform>وُضعت ملصقات %Ln موعدًا.</numerusform>
            <numerusform>وُضعت ملصقات %Ln موعد.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date has no poster any more.</source>
        <translation>لم يعد لموعد واحد ملصق.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates have no poster any more.</source>
        <translation>
            <numerusform>لا تغيير في الملصقات.</numerusform>
            <numerusform>لم يعد لموعد واحد ملصق.</numerusform>
            <numerusform>لم يعد لموعدين ملصق.</numerusform>
            <numerusform>لم يعد لـ %Ln مواعيد ملصق.</numerusform>
            <numerusform>لم يعد لـ %Ln موعدًا ملصق.</numerusform>
            <numerusform>لم يعد لـ %Ln موعد ملصق.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date is cancelled. Nobody can buy or hold seats of it; choose it to see what is owed to whom.</source>
        <translation>أُلغي موعد واحد. لا يمكن لأحد شراء مقاعد فيه أو حجزها؛ اختره لترى ما يستحقه كل شخص.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are cancelled. Nobody can buy or hold seats of them; choose one of them to see what is owed to whom.</source>
        <translation>
            <numerusform>أُلغي %Ln موعد. لا يمكن لأحد شراء مقاعد فيها أو حجزها؛ اختر أحدها لترى ما يستحقه كل شخص.</numerusform>
            <numerusform>أُلغي موعد واحد. لا يمكن لأحد شراء مقاعد فيه أو حجزها؛ اختره لترى ما يستحقه كل شخص.</numerusform>
            <numerusform>أُلغي موعدان. لا يمكن لأحد شراء مقاعد فيهما أو حجزها؛ اختر أحدهما لترى ما يستحقه كل شخص.</numerusform>
            <numerusform>أُلغيت %Ln مواعيد. لا يمكن لأحد شراء مقاعد فيها أو حجزها؛ اختر أحدها لترى ما يستحقه كل شخص.</numerusform>
            <numerusform>أُلغي %Ln موعدًا. لا يمكن لأحد شراء مقاعد فيها أو حجزها؛ اختر أحدها لترى ما يستحقه كل شخص.</numerusform>
            <numerusform>أُلغي %Ln موعد. لا يمكن لأحد شراء مقاعد فيها أو حجزها؛ اختر أحدها لترى ما يستحقه كل شخص.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::FinderPanel</name>
    <message>
        <source>&amp;Find the best seats</source>
        <translation>&amp;ابحث عن أفضل المقاعد</translation>
    </message>
    <message>
        <source>&amp;Take these</source>
        <translation>&amp;خذ هذه</translation>
    </message>
    <message>
        <source>Leave these seats</source>
        <translation>اترك هذه المقاعد</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>أفضل المقاعد</translation>
    </message>
    <message>
        <source>&amp;Seats</source>
        <translation>&amp;المقاعد</translation>
    </message>
    <message>
        <source>How many seats</source>
        <translation>عدد المقاعد</translation>
    </message>
    <message>
        <source>Price zone</source>
        <translation>فئة السعر</translation>
    </message>
    <message>
        <source>Wheelchair places</source>
        <translation>أماكن الكراسي المتحركة</translation>
    </message>
    <message>
        <source>No wheelchair</source>
        <translation>بلا كرسي متحرك</translation>
    </message>
    <message numerus="yes">
        <source>%n wheelchair place(s)</source>
        <translation>
            <numerusform>بلا أماكن كراسي متحركة</numerusform>
            <numerusform>مكان كرسي متحرك واحد</numerusform>
            <numerusform>مكانان لكراسي متحركة</numerusform>
            <numerusform>%Ln أماكن كراسي متحركة</numerusform>
            <numerusform>%Ln مكانًا لكراسي متحركة</numerusform>
            <numerusform>%Ln مكان لكراسي متحركة</numerusform>
        </translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>أي سعر</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>There are no %n free seats like that. Ask for fewer, or for another price.</source>
        <translation>
            <numerusform>لا توجد مقاعد شاغرة كهذه. اطلب عددًا أقل أو سعرًا آخر.</numerusform>
            <numerusform>لا يوجد مقعد شاغر كهذا. اطلب سعرًا آخر.</numerusform>
            <numerusform>لا يوجد مقعدان شاغران كهذين. اطلب عددًا أقل أو سعرًا آخر.</numerusform>
            <numerusform>لا توجد %Ln مقاعد شاغرة كهذه. اطلب عددًا أقل أو سعرًا آخر.</numerusform>
            <numerusform>لا يوجد %Ln مقعدًا شاغرًا كهذا. اطلب عددًا أقل أو سعرًا آخر.</numerusform>
            <numerusform>لا يوجد %Ln مقعد شاغر كهذا. اطلب عددًا أقل أو سعرًا آخر.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Also &amp;held back</source>
        <translation>والم&amp;حجوبة أيضًا</translation>
    </message>
</context>
<context>
    <name>parterre::ui::FormField</name>
    <message>
        <source>Show the password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>This looks like the number of a card. It must not be written down.</source>
        <translation>يبدو هذا كرقم بطاقة. لا يجوز تدوينه.</translation>
    </message>
    <message>
        <source>Enter a number such as +49 30 123456.</source>
        <translation>أدخل رقمًا مثل ‎+49 30 123456.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HallDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>القاعة</translation>
    </message>
    <message>
        <source>Which hall of %1 is %2 a plan of?</source>
        <translation>لأي قاعة من %1 يعود المخطط %2؟</translation>
    </message>
    <message>
        <source>&amp;Hall</source>
        <translation>ال&amp;قاعة</translation>
    </message>
    <message>
        <source>Plans of one hall, seated and standing perhaps, have the same hall here. Then a series shows which of its dates find the hall taken, whichever plan is used.</source>
        <translation>مخططات القاعة الواحدة، بمقاعد أو وقوفًا مثلًا، لها هنا القاعة نفسها. عندئذ تُظهر السلسلة أي مواعيدها تكون فيه القاعة مشغولة، أيًّا كان المخطط المستخدم.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HeldBackQuestion</name>
    <message>
        <source>Some of these places of %1 are held back. What you do not sell is held back again.</source>
        <translation>بعض هذه الأماكن من %1 محجوب. ما لا تبيعه يُحجب من جديد.</translation>
    </message>
    <message>
        <source>The house holds %1 back: %2. If you do not sell it, it is held back again.</source>
        <translation>تحجب الدار %1: %2. إن لم تبعه يُحجب من جديد.</translation>
    </message>
    <message>
        <source>Take what is held back?</source>
        <translation>هل يُؤخذ المحجوب؟</translation>
    </message>
    <message>
        <source>Hold it for sale</source>
        <translation>الاحتفاظ به للبيع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HousePane</name>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Reading who is in…</source>
        <translation>تجري قراءة من حضر…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HousePanel</name>
    <message>
        <source>Sections</source>
        <translation>الأقسام</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>الطوابق</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>إضافة قسم</translation>
    </message>
    <message>
        <source>Remove the section</source>
        <translation>إزالة القسم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>القسم %1</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>إضافة طابق</translation>
    </message>
    <message>
        <source>Remove the level</source>
        <translation>إزالة الطابق</translation>
    </message>
    <message>
        <source>On the map, across</source>
        <translation>على الخريطة عرضًا</translation>
    </message>
    <message>
        <source>On the map, down</source>
        <translation>على الخريطة طولًا</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>الطابق %1</translation>
    </message>
    <message>
        <source>As large as what is drawn</source>
        <translation>بحجم المرسوم</translation>
    </message>
    <message>
        <source>Size of the plan</source>
        <translation>مقاس المخطط</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>العرض</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>الارتفاع</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>تغيير المقاس</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>اختر صورة…</translation>
    </message>
    <message>
        <source>Picture to trace</source>
        <translation>صورة للرسم فوقها</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>العتامة</translation>
    </message>
    <message>
        <source>Set the scale by two points…</source>
        <translation>حدّد المقياس بنقطتين…</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>إزالة الصورة</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>الطابق الأرضي</translation>
    </message>
</context>
<context>
    <name>parterre::ui::KeyChoice</name>
    <message>
        <source>%1 (of no event known here)</source>
        <translation>%1 (ليست لأي فعالية معروفة هنا)</translation>
    </message>
    <message>
        <source>Looking what there is…</source>
        <translation>يجري البحث عما هو متاح…</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln can be ticked.</source>
        <translation>
            <numerusform>لا يمكن تحديد أي منها.</numerusform>
            <numerusform>يمكن تحديد واحد على الأكثر.</numerusform>
            <numerusform>يمكن تحديد اثنين على الأكثر.</numerusform>
            <numerusform>يمكن تحديد %Ln على الأكثر.</numerusform>
            <numerusform>يمكن تحديد %Ln على الأكثر.</numerusform>
            <numerusform>يمكن تحديد %Ln على الأكثر.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::LogoDialog</name>
    <message>
        <source>The picture is too small for a logo. Choose one with %1 pixels or more on each side.</source>
        <translation>الصورة أصغر من أن تكون شعارًا. اختر صورة فيها %1 بكسل أو أكثر في كل جهة.</translation>
    </message>
    <message>
        <source>The picture is too long and narrow for a logo. Cut it to at most eight times as wide as high and choose it again.</source>
        <translation>الصورة أطول وأضيق من أن تكون شعارًا. اقطعها بحيث لا يزيد العرض على ثمانية أمثال الارتفاع واخترها من جديد.</translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation>اختيار &amp;صورة…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>الشعار</translation>
    </message>
    <message>
        <source>Logo of %1</source>
        <translation>شعار %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>The logo, as it stands on paper</source>
        <translation>الشعار كما يظهر على الورق</translation>
    </message>
    <message>
        <source>Empty paper, since there is no logo</source>
        <translation>ورق فارغ، إذ لا شعار</translation>
    </message>
    <message>
        <source>It stands on the tickets and receipts of this house from now on. Receipt printers print it in black dots.</source>
        <translation>يظهر من الآن على تذاكر هذه الدار وإيصالاتها. وتطبعه طابعات الإيصالات بنقاط سوداء.</translation>
    </message>
    <message>
        <source>There is none yet. A picture on white, wider than high, fits best on tickets and receipts.</source>
        <translation>لا شعار بعد. والأنسب للتذاكر والإيصالات صورة على أبيض عرضها أكبر من ارتفاعها.</translation>
    </message>
    <message>
        <source>Choose a picture for the logo</source>
        <translation>اختيار صورة للشعار</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>الصور (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MailDialog</name>
    <message>
        <source>T&amp;o</source>
        <translation>إ&amp;لى</translation>
    </message>
    <message>
        <source>One address, like ada@example.org</source>
        <translation>عنوان واحد، مثل ada@example.org</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>الم&amp;وضوع</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>ال&amp;نص</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>أُرسل من قبل</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>إل&amp;غاء</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>إ&amp;رسال</translation>
    </message>
    <message>
        <source>Tickets of booking %1 by mail</source>
        <translation>تذاكر الحجز %1 بالبريد الإلكتروني</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>جارٍ الإرسال</translation>
    </message>
    <message>
        <source>The tickets go with it as PDF, with the codes that are valid now. Prints stay valid, too.</source>
        <translation>تُرفق التذاكر بصيغة PDF برموزها السارية الآن. وتبقى المطبوعات سارية أيضًا.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>The tickets are on their way to %1.</source>
        <translation>التذاكر في طريقها إلى %1.</translation>
    </message>
    <message>
        <source>Say what the mail is about.</source>
        <translation>اذكر موضوع الرسالة.</translation>
    </message>
    <message>
        <source>Write a few words.</source>
        <translation>اكتب بضع كلمات.</translation>
    </message>
    <message numerus="yes">
        <source>This is too long: at most %n characters.</source>
        <translation>
            <numerusform>هذا أطول من اللازم: %n حرف على الأكثر.</numerusform>
            <numerusform>هذا أطول من اللازم: حرف واحد على الأكثر.</numerusform>
            <numerusform>هذا أطول من اللازم: حرفان على الأكثر.</numerusform>
            <numerusform>هذا أطول من اللازم: %n أحرف على الأكثر.</numerusform>
            <numerusform>هذا أطول من اللازم: %n حرفًا على الأكثر.</numerusform>
            <numerusform>هذا أطول من اللازم: %n حرف على الأكثر.</numerusform>
        </translation>
    </message>
    <message>
        <source>All seats of this booking were given free because nobody had come. There are no tickets to send.</source>
        <translation>أُطلقت كل مقاعد هذا الحجز لأن أحدًا لم يأت. لا تذاكر لإرسالها.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MailWords</name>
    <message>
        <source>The house&apos;s mail server does not answer.</source>
        <translation>خادم بريد الدار لا يجيب.</translation>
    </message>
    <message>
        <source>There is no safe way to the house&apos;s mail server. Whoever runs the server has to see to it.</source>
        <translation>لا طريق آمنًا إلى خادم بريد الدار. على مشغّل الخادم معالجة ذلك.</translation>
    </message>
    <message>
        <source>The mail server does not take the house&apos;s password. Whoever runs the server has to see to it.</source>
        <translation>لا يقبل خادم البريد كلمة مرور الدار. على مشغّل الخادم معالجة ذلك.</translation>
    </message>
    <message>
        <source>The mail server takes no mail for this address. Check how it is written.</source>
        <translation>لا يقبل خادم البريد رسائل لهذا العنوان. تحقق من كتابته.</translation>
    </message>
    <message>
        <source>The mail server does not take this mail.</source>
        <translation>لا يقبل خادم البريد هذه الرسالة.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>في الطريق.</translation>
    </message>
    <message>
        <source>Not sent yet; next attempt %1.</source>
        <translation>لم تُرسل بعد؛ المحاولة القادمة %1.</translation>
    </message>
    <message>
        <source>Sent %1.</source>
        <translation>أُرسلت %1.</translation>
    </message>
    <message>
        <source>Not sent, and given up.</source>
        <translation>لم تُرسل، وتوقفت المحاولات.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>قال: %1</translation>
    </message>
    <message>
        <source>By %1, %2.</source>
        <translation>من %1، %2.</translation>
    </message>
    <message>
        <source>Your tickets for %1</source>
        <translation>تذاكرك لعرض %1</translation>
    </message>
    <message>
        <source>Hello %1,

your tickets are attached to this mail. Bring them on paper or on your phone: each of them is scanned at the door, and lets one person in.

Your booking is %2.
</source>
        <translation>مرحبًا %1،

تذاكرك مرفقة بهذه الرسالة. أحضرها مطبوعة أو على هاتفك: تُمسح كل تذكرة عند الباب وتُدخل شخصًا واحدًا.

رقم حجزك %2.
</translation>
    </message>
    <message>
        <source>Its tickets were void before it could be sent.</source>
        <translation>بطلت تذاكره قبل أن يمكن إرساله.</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>بواسطة %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MainWindow</name>
    <message>
        <source>Parterre</source>
        <translation>Parterre</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>ال&amp;مظهر</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>تسجيل ال&amp;دخول</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>%1 – Parterre</source>
        <translation>%1 – Parterre</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>غير مسجَّل</translation>
    </message>
    <message>
        <source>User menu: %1</source>
        <translation>قائمة المستخدم: %1</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>مثل سطح المكتب</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MapPane</name>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;دليل الرموز</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Show the whole house</source>
        <translation>إظهار القاعة كاملة</translation>
    </message>
    <message>
        <source>Small map of the whole house</source>
        <translation>خريطة صغيرة للقاعة كلها</translation>
    </message>
    <message>
        <source>Save the map as PDF</source>
        <translation>حفظ الخريطة بصيغة PDF</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MessageBanner</name>
    <message>
        <source>Close this message</source>
        <translation>إغلاق هذه الرسالة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::Navigator</name>
    <message>
        <source>Events</source>
        <translation>الفعاليات</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>الحجوزات</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>الملف الشخصي</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الفعالية</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Your seats are kept longer.</source>
        <translation>مُدّدت مدة الاحتفاظ بمقاعدك.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>عاد الاتصال.</translation>
    </message>
    <message>
        <source>The connection is back; this is a new visit.</source>
        <translation>عاد الاتصال، وهذه زيارة جديدة.</translation>
    </message>
    <message>
        <source>The connection to the server is lost. Parterre keeps trying; your seats are kept for a short while.</source>
        <translation>انقطع الاتصال بالخادم. يواصل Parterre المحاولة؛ وتبقى مقاعدك محتفَظًا بها لفترة قصيرة.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>المصمم</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>الباب</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>القسائم</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>التحريرات</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NoShowsDialog</name>
    <message>
        <source>Everybody who has paid is in.</source>
        <translation>كل من دفع قد دخل.</translation>
    </message>
    <message>
        <source>Release no-shows</source>
        <translation>تحرير مقاعد من لم يحضر</translation>
    </message>
    <message>
        <source>Who has not come</source>
        <translation>من لم يحضر</translation>
    </message>
    <message>
        <source>Reading who has not come…</source>
        <translation>جارٍ قراءة من لم يحضر…</translation>
    </message>
    <message>
        <source>&amp;Release 1 seat</source>
        <translation>ت&amp;حرير مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Release %n seats</source>
        <translation>
            <numerusform>ت&amp;حرير المقاعد</numerusform>
            <numerusform>ت&amp;حرير مقعد واحد</numerusform>
            <numerusform>ت&amp;حرير مقعدين</numerusform>
            <numerusform>ت&amp;حرير %n مقاعد</numerusform>
            <numerusform>ت&amp;حرير %n مقعدًا</numerusform>
            <numerusform>ت&amp;حرير %n مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name, seat, booking or ticket</source>
        <translation>ابحث بالاسم أو المقعد أو الحجز أو التذكرة</translation>
    </message>
    <message>
        <source>&amp;All that are shown</source>
        <translation>&amp;كل المعروض</translation>
    </message>
    <message>
        <source>These people have paid and have not come. Untick whom you wait for: the seats of the others go on sale again at once, what they paid stays with the house, and their tickets let nobody in any more.</source>
        <translation>هؤلاء دفعوا ولم يأتوا. ألغِ تحديد من تنتظرهم: تُعرض مقاعد الآخرين للبيع فورًا، ويبقى ما دفعوه للدار، ولا تسمح تذاكرهم بالدخول بعد ذلك.</translation>
    </message>
    <message>
        <source>Reason (optional, it is kept)</source>
        <translation>السبب (اختياري، يُحفظ)</translation>
    </message>
    <message>
        <source>Giving the seats free…</source>
        <translation>يجري تحرير المقاعد…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NotesPanel</name>
    <message>
        <source>Ne&amp;w note</source>
        <translation>ملاحظة &amp;جديدة</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ملاحظات</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>تدوين</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NumberingDialog</name>
    <message>
        <source>Label &amp;rows</source>
        <translation>تسمية ال&amp;صفوف</translation>
    </message>
    <message>
        <source>From the back</source>
        <translation>من الخلف</translation>
    </message>
    <message>
        <source>Number &amp;seats</source>
        <translation>ترقيم ال&amp;مقاعد</translation>
    </message>
    <message>
        <source>Go on across aisles and blocks</source>
        <translation>المتابعة عبر الممرات والكتل</translation>
    </message>
    <message>
        <source>Number &amp;tables</source>
        <translation>ترقيم ال&amp;طاولات</translation>
    </message>
    <message>
        <source>Rows and numbers</source>
        <translation>الصفوف والأرقام</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>المحدَّد</translation>
    </message>
    <message>
        <source>The section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>The whole house</source>
        <translation>القاعة كلها</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;لـ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>1, 2, 3</source>
        <translation>1, 2, 3</translation>
    </message>
    <message>
        <source>A, B, C</source>
        <translation>A, B, C</translation>
    </message>
    <message>
        <source>a, b, c</source>
        <translation>a, b, c</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>النمط</translation>
    </message>
    <message>
        <source>First</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Never use</source>
        <translation>لا تُستعمل</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>بادئة</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>من اليسار إلى اليمين</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>من اليمين إلى اليسار</translation>
    </message>
    <message>
        <source>Odd left, even right</source>
        <translation>فردي يسارًا، زوجي يمينًا</translation>
    </message>
    <message>
        <source>Odd right, even left</source>
        <translation>فردي يمينًا، زوجي يسارًا</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>الترتيب</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>الخطوة</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>تخطَّ</translation>
    </message>
</context>
<context>
    <name>parterre::ui::OfferWords</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>row %1, %2</source>
        <translation>الصف %1، %2</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>وغيرها</translation>
    </message>
    <message>
        <source> and </source>
        <translation> و</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>متجاورة</translation>
    </message>
    <message>
        <source>in rows behind each other</source>
        <translation>في صفوف متتالية</translation>
    </message>
    <message>
        <source>not all together</source>
        <translation>ليست كلها معًا</translation>
    </message>
    <message>
        <source>Best view</source>
        <translation>أفضل رؤية</translation>
    </message>
    <message>
        <source>Next best</source>
        <translation>التالي في الأفضلية</translation>
    </message>
    <message>
        <source>Best for less</source>
        <translation>الأفضل بسعر أقل</translation>
    </message>
    <message>
        <source>Nearest to your choice</source>
        <translation>الأقرب إلى اختيارك</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>الطاولة %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::OnlineDialog</name>
    <message>
        <source>Pay online</source>
        <translation>الدفع عبر الإنترنت</translation>
    </message>
</context>
<context>
    <name>parterre::ui::OnlinePanel</name>
    <message>
        <source>Waiting for the payment</source>
        <translation>في انتظار الدفع</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>مدفوع</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>غير مدفوعة</translation>
    </message>
    <message>
        <source>Paid too late</source>
        <translation>دُفع متأخرًا</translation>
    </message>
    <message>
        <source>Paid and not booked</source>
        <translation>مدفوع ولم يُحجز</translation>
    </message>
    <message>
        <source>The payment service cannot be reached at the moment. It is asked again and again; your seats wait meanwhile.</source>
        <translation>لا يمكن الوصول إلى خدمة الدفع الآن. تُسأل مرة بعد مرة؛ ومقاعدك تنتظر في هذه الأثناء.</translation>
    </message>
    <message>
        <source>The last attempt was declined. Try another card or way to pay on the page in your browser.</source>
        <translation>رُفضت المحاولة الأخيرة. جرب بطاقة أخرى أو طريقة أخرى في الصفحة المفتوحة في متصفحك.</translation>
    </message>
    <message>
        <source>Pay on the page in your browser. Your seats wait until the time is over.</source>
        <translation>ادفع في الصفحة المفتوحة في متصفحك. تنتظر مقاعدك حتى ينتهي الوقت.</translation>
    </message>
    <message>
        <source>The booking is confirmed.</source>
        <translation>تأكد الحجز.</translation>
    </message>
    <message>
        <source>The payment service did not take this payment. Nothing was paid, and the seats are free again.</source>
        <translation>لم تقبل خدمة الدفع هذه الدفعة. لم يُدفع شيء، والمقاعد شاغرة من جديد.</translation>
    </message>
    <message>
        <source>Nothing was paid, and the seats are free again.</source>
        <translation>لم يُدفع شيء، والمقاعد شاغرة من جديد.</translation>
    </message>
    <message>
        <source>The seats were gone when the payment arrived. Your money is on its way back.</source>
        <translation>كانت المقاعد قد ذهبت حين وصل الدفع. مالك في طريقه إليك.</translation>
    </message>
    <message>
        <source>The seats were gone when the payment arrived. Your money went back the way it came.</source>
        <translation>كانت المقاعد قد ذهبت حين وصل الدفع. عاد مالك بالطريق الذي جاء منه.</translation>
    </message>
    <message>
        <source>The payment arrived and could not be booked. Ask the house for help and name the reference.</source>
        <translation>وصل الدفع ولم يمكن حجزه. اطلب مساعدة الدار واذكر رقم الحجز.</translation>
    </message>
    <message>
        <source>The house has settled this payment.</source>
        <translation>سوّت الدار هذه الدفعة.</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>ت&amp;رك</translation>
    </message>
    <message>
        <source>&amp;Open the payment page</source>
        <translation>&amp;فتح صفحة الدفع</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Booking %1</source>
        <translation>الحجز %1</translation>
    </message>
    <message>
        <source>The payment service did not take this payment. Nothing was paid; the booking stays reserved.</source>
        <translation>لم تقبل خدمة الدفع هذه الدفعة. لم يُدفع شيء؛ ويبقى الحجز قائمًا.</translation>
    </message>
    <message>
        <source>Nothing was paid this way. The booking stays as it is.</source>
        <translation>لم يُدفع شيء بهذه الطريقة. ويبقى الحجز كما هو.</translation>
    </message>
    <message>
        <source>The booking was another one, or over, when the payment arrived. Your money is on its way back.</source>
        <translation>كان الحجز غيره أو انتهى حين وصلت الدفعة. مالك في طريق العودة.</translation>
    </message>
    <message>
        <source>The booking was another one, or over, when the payment arrived. Your money went back the way it came.</source>
        <translation>كان الحجز غيره أو انتهى حين وصلت الدفعة. عاد مالك كما جاء.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperBar</name>
    <message>
        <source>All on one page</source>
        <translation>الكل في صفحة واحدة</translation>
    </message>
    <message>
        <source>With receipt</source>
        <translation>مع إيصال</translation>
    </message>
    <message>
        <source>&amp;New code…</source>
        <translation>رمز &amp;جديد…</translation>
    </message>
    <message>
        <source>Wide tickets</source>
        <translation>تذاكر عريضة</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>لفافة 80 مم</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Gives one ticket a new code. Whoever comes with an older print is not let in.</source>
        <translation>يعطي تذكرة واحدة رمزًا جديدًا. من يأتي بنسخة أقدم لا يُسمح له بالدخول.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>ا&amp;طبع…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>احفظ بصيغة &amp;PDF…</translation>
    </message>
    <message>
        <source>Ca&amp;lendar…</source>
        <translation>ال&amp;تقويم…</translation>
    </message>
    <message>
        <source>Saves the date for a calendar</source>
        <translation>يحفظ الموعد للتقويم</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>طابعة الإيصالات</translation>
    </message>
    <message>
        <source>Send by &amp;mail…</source>
        <translation>إرسال بال&amp;بريد الإلكتروني…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;طباعة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperDesk</name>
    <message>
        <source>Save the tickets as PDF</source>
        <translation>حفظ التذاكر بصيغة PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF ‏(*.pdf)</translation>
    </message>
    <message>
        <source>Save the date for a calendar</source>
        <translation>حفظ الموعد للتقويم</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>ملفات التقويم ‏(*.ics)</translation>
    </message>
    <message>
        <source>Booking %1 is printed.</source>
        <translation>طُبع الحجز %1.</translation>
    </message>
    <message>
        <source>Save the receipt as PDF</source>
        <translation>حفظ الإيصال بصيغة PDF</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperOutlet</name>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>لم تقبل الطابعة الصفحات.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Nothing could be saved as %1. Choose another folder.</source>
        <translation>تعذر الحفظ باسم %1. اختر مجلدًا آخر.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperWords</name>
    <message>
        <source>Receipt for booking %1</source>
        <translation>إيصال الحجز %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>الإجمالي</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>المستلَم</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>الباقي</translation>
    </message>
    <message>
        <source>Tax contained</source>
        <translation>الضريبة المشمولة</translation>
    </message>
    <message>
        <source>Receipt for the cancelled booking %1</source>
        <translation>إيصال الحجز الملغى %1</translation>
    </message>
    <message>
        <source>Receipt number %1</source>
        <translation>رقم الإيصال %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Owed, not paid back yet</source>
        <translation>مستحق ولم يُعَد بعد</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PartForm</name>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;المبلغ</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>الم&amp;رجع</translation>
    </message>
    <message>
        <source>Brand of the card</source>
        <translation>نوع البطاقة</translation>
    </message>
    <message>
        <source>&amp;Last four digits</source>
        <translation>آخر أ&amp;ربعة أرقام</translation>
    </message>
    <message>
        <source>Name and address &amp;of the payer</source>
        <translation>اسم ال&amp;دافع وعنوانه</translation>
    </message>
    <message>
        <source>Wh&amp;y it is complimentary</source>
        <translation>&amp;سبب المجانية</translation>
    </message>
    <message>
        <source>&amp;Reference on the terminal&apos;s receipt</source>
        <translation>الم&amp;رجع على إيصال الجهاز</translation>
    </message>
    <message>
        <source>&amp;Reference of the invoice</source>
        <translation>م&amp;رجع الفاتورة</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>المتبقي للدفع</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>المطلوب دفعه</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>أدخل مبلغًا مثل %1.</translation>
    </message>
    <message>
        <source>This is more than is due. Only cash gives change.</source>
        <translation>هذا أكثر من المستحق. الباقي يُردّ من النقد فقط.</translation>
    </message>
    <message>
        <source>Enter the reference that the terminal printed.</source>
        <translation>أدخل المرجع الذي طبعه الجهاز.</translation>
    </message>
    <message>
        <source>Enter who gets the invoice.</source>
        <translation>أدخل من يستلم الفاتورة.</translation>
    </message>
    <message>
        <source>Say why nobody pays.</source>
        <translation>اذكر لماذا لا يدفع أحد.</translation>
    </message>
    <message>
        <source>Enter four digits, or none.</source>
        <translation>أدخل أربعة أرقام أو لا شيء.</translation>
    </message>
    <message>
        <source>Code of t&amp;he voucher</source>
        <translation>رمز ال&amp;قسيمة</translation>
    </message>
    <message>
        <source>Nothing is left on this voucher.</source>
        <translation>لم يبق شيء على هذه القسيمة.</translation>
    </message>
    <message>
        <source>Enter the code as it is printed: four groups of four.</source>
        <translation>أدخل الرمز كما هو مطبوع: أربع مجموعات من أربعة أحرف.</translation>
    </message>
    <message>
        <source>%1 is on it.</source>
        <translation>عليها %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PayDialog</name>
    <message>
        <source>Take the payment</source>
        <translation>استلام الدفع</translation>
    </message>
    <message>
        <source>It is p&amp;aid</source>
        <translation>الحجز &amp;مدفوع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PayUntilDialog</name>
    <message>
        <source>Change the date</source>
        <translation>تغيير التاريخ</translation>
    </message>
    <message>
        <source>To be paid &amp;until</source>
        <translation>يُدفع &amp;حتى</translation>
    </message>
    <message>
        <source>Change the &amp;date</source>
        <translation>تغيير ال&amp;تاريخ</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaymentPanel</name>
    <message>
        <source>Way of paying</source>
        <translation>طريقة الدفع</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>لم يبقَ شيء للدفع.</translation>
    </message>
    <message>
        <source>Add as a &amp;part</source>
        <translation>أضف ك&amp;جزء</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>&amp;نقدًا</translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation>&amp;بطاقة</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>&amp;فاتورة</translation>
    </message>
    <message>
        <source>Complimen&amp;tary</source>
        <translation>&amp;مجاني</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>إزالة: %1</translation>
    </message>
    <message>
        <source>Enter how much of it is paid in cash: less than is left.</source>
        <translation>أدخل كم يُدفع منه نقدًا: أقل من المتبقي.</translation>
    </message>
    <message>
        <source>%1 would be left. Add this as a part first, then pay the rest.</source>
        <translation>سيبقى %1. أضف هذا كجزء أولًا ثم ادفع الباقي.</translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation>&amp;قسيمة</translation>
    </message>
    <message>
        <source>On&amp;line</source>
        <translation>عبر الإنترن&amp;ت</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaymentWords</name>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>المرجع %1</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>دُفع نقدًا</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>دُفع بالبطاقة</translation>
    </message>
    <message>
        <source>Paid by invoice</source>
        <translation>دُفع بفاتورة</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>مجاني</translation>
    </message>
    <message>
        <source>Paid back in cash</source>
        <translation>رُدّ نقدًا</translation>
    </message>
    <message>
        <source>Paid back to the card</source>
        <translation>رُدّ إلى البطاقة</translation>
    </message>
    <message>
        <source>Credited on the invoice</source>
        <translation>قُيّد على الفاتورة</translation>
    </message>
    <message>
        <source>Complimentary, taken back</source>
        <translation>مجاني، أُلغي</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>نقدًا</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>بطاقة</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>فاتورة</translation>
    </message>
    <message>
        <source>%1 in cash</source>
        <translation>%1 نقدًا</translation>
    </message>
    <message>
        <source>%1 to the card, at the terminal</source>
        <translation>%1 إلى البطاقة، عند الجهاز</translation>
    </message>
    <message>
        <source>%1 to card %2, at the terminal</source>
        <translation>%1 إلى البطاقة %2، عند الجهاز</translation>
    </message>
    <message>
        <source>%1 as a credit on the invoice to %2</source>
        <translation>%1 رصيدًا على الفاتورة إلى %2</translation>
    </message>
    <message>
        <source>%1 was complimentary; nobody gets it</source>
        <translation>%1 كان مجانيًا؛ لا يستلمه أحد</translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation>دُفع بقسيمة</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>دُفع عبر الإنترنت</translation>
    </message>
    <message>
        <source>Paid back to the voucher</source>
        <translation>رُدّ إلى القسيمة</translation>
    </message>
    <message>
        <source>Paid back online</source>
        <translation>رُدّ عبر الإنترنت</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>قسيمة</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>عبر الإنترنت</translation>
    </message>
    <message>
        <source>%1 to voucher %2</source>
        <translation>%1 إلى القسيمة %2</translation>
    </message>
    <message>
        <source>%1 by the way it was paid online</source>
        <translation>%1 بالطريق الذي دُفع به عبر الإنترنت</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PictureTracing</name>
    <message>
        <source>Choose a picture to trace</source>
        <translation>اختر صورة للرسم فوقها</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.pdf)</source>
        <translation>صور (*.png *.jpg *.jpeg *.svg *.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>The picture is larger than %1. Save it smaller and try again.</source>
        <translation>الصورة أكبر من %1. احفظها أصغر وحاول ثانية.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown. Choose a PNG, JPEG, SVG or PDF file.</source>
        <translation>ليست هذه صورة يمكن عرضها. اختر ملف PNG أو JPEG أو SVG أو PDF.</translation>
    </message>
    <message>
        <source>Drag along something in the picture whose length you know, such as a row.</source>
        <translation>اسحب على طول شيء في الصورة تعرف طوله، كصف مثلًا.</translation>
    </message>
    <message>
        <source>Scale of the picture</source>
        <translation>مقياس الصورة</translation>
    </message>
    <message>
        <source>How long is this, in plan units? Two seats of a row usually stand 25 apart.</source>
        <translation>كم طول هذا بوحدات المخطط؟ المسافة بين مقعدين في صف 25 عادةً.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlainText</name>
    <message>
        <source>, </source>
        <comment>between the names of seats</comment>
        <translation>، </translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlanCardDelegate</name>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%Ln أماكن</numerusform>
            <numerusform>%Ln مكانًا</numerusform>
            <numerusform>%Ln مكان</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlansScreen</name>
    <message>
        <source>Save to a &amp;file…</source>
        <translation>حفظ في &amp;ملف…</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;نشر</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>المخططات</translation>
    </message>
    <message>
        <source>House plans</source>
        <translation>مخططات القاعات</translation>
    </message>
    <message>
        <source>&amp;Import a plan…</source>
        <translation>&amp;استيراد مخطط…</translation>
    </message>
    <message>
        <source>What was repaired in the file</source>
        <translation>ما أُصلح في الملف</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>&amp;الدار</translation>
    </message>
    <message>
        <source>&amp;Name of the plan</source>
        <translation>&amp;اسم المخطط</translation>
    </message>
    <message>
        <source>Sending the plan… %1 %</source>
        <translation>يجري إرسال المخطط… %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>The plan is saved as %1.</source>
        <translation>حُفظ المخطط باسم %1.</translation>
    </message>
    <message>
        <source>The plan could not be saved as %1. Choose another folder.</source>
        <translation>تعذّر حفظ المخطط باسم %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>استيراد مخطط</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>حفظ المخطط</translation>
    </message>
    <message>
        <source>Parterre plans (*.json)</source>
        <translation>مخططات Parterre (*.json)</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>تجري قراءة المخطط…</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>لم يُختر أي مخطط</translation>
    </message>
    <message>
        <source>Import a plan…</source>
        <translation>استيراد مخطط…</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>الإصدار %1</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>غير منشور</translation>
    </message>
    <message>
        <source>Nothing had to be repaired</source>
        <translation>لم يحتج شيء إلى إصلاح</translation>
    </message>
    <message>
        <source>A new plan of this house.</source>
        <translation>مخطط جديد لهذه الدار.</translation>
    </message>
    <message>
        <source>Becomes version %1. Events on sale keep the version they have.</source>
        <translation>يصبح الإصدار %1. وتحتفظ الفعاليات المعروضة للبيع بإصدارها.</translation>
    </message>
    <message>
        <source>Version %1 of %2 is published. New events can use it; events on sale keep the version they have.</source>
        <translation>نُشر الإصدار %1 من %2. يمكن للفعاليات الجديدة استخدامه، وتحتفظ الفعاليات المعروضة للبيع بإصدارها.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>لا أماكن</numerusform>
            <numerusform>مكان واحد</numerusform>
            <numerusform>مكانان</numerusform>
            <numerusform>%Ln أماكن</numerusform>
            <numerusform>%Ln مكانًا</numerusform>
            <numerusform>%Ln مكان</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sections</source>
        <translation>
            <numerusform>لا أقسام</numerusform>
            <numerusform>قسم واحد</numerusform>
            <numerusform>قسمان</numerusform>
            <numerusform>%Ln أقسام</numerusform>
            <numerusform>%Ln قسمًا</numerusform>
            <numerusform>%Ln قسم</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repairs</source>
        <translation>
            <numerusform>لا إصلاحات</numerusform>
            <numerusform>إصلاح واحد</numerusform>
            <numerusform>إصلاحان</numerusform>
            <numerusform>%Ln إصلاحات</numerusform>
            <numerusform>%Ln إصلاحًا</numerusform>
            <numerusform>%Ln إصلاح</numerusform>
        </translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>خريطة المخطط</translation>
    </message>
    <message>
        <source>The plan is saved as %1, but this format has no place for all of it: %2</source>
        <translation>حُفظ المخطط باسم %1، لكن هذه الصيغة لا تتسع لكل ما فيه: %2</translation>
    </message>
    <message>
        <source>Seating plans (*.json *.svg *.csv *.tsv *.txt)</source>
        <translation>مخططات المقاعد (*.json *.svg *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>pretix plans (*.json)</source>
        <translation>مخططات pretix ‏(*.json)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>رسوم (*.svg)</translation>
    </message>
    <message>
        <source>Seat lists (*.csv)</source>
        <translation>قوائم المقاعد (*.csv)</translation>
    </message>
    <message>
        <source>Choose a plan to look at it, or import one: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here.</source>
        <translation>اختر مخططًا لتراه، أو استورد ملفًا: من Parterre أو pretix أو رسمًا (SVG) أو جدولًا (CSV). أفلته هنا.</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>تجا&amp;هل</translation>
    </message>
    <message>
        <source>&amp;Draw a plan…</source>
        <translation>ار&amp;سم مخططًا…</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>مستندات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>حرّر المخطط</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>م&amp;قارنة…</translation>
    </message>
    <message>
        <source>What would &amp;change?</source>
        <translation>ما الذي سيتغ&amp;ير؟</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>مقارنة الإصدارات</translation>
    </message>
    <message>
        <source>There is only one version so far</source>
        <translation>لا يوجد سوى إصدار واحد حتى الآن</translation>
    </message>
    <message>
        <source>The page for %1 could not be drawn.</source>
        <translation>تعذّر رسم الصفحة لـ %1.</translation>
    </message>
    <message>
        <source>H&amp;all…</source>
        <translation>ال&amp;قاعة…</translation>
    </message>
    <message>
        <source>H&amp;ouses…</source>
        <translation>&amp;الدور…</translation>
    </message>
    <message>
        <source>Which hall of the house it is a plan of</source>
        <translation>لأي قاعة من الدار يعود المخطط</translation>
    </message>
    <message>
        <source>%1 is a plan of the hall %2.</source>
        <translation>%1 مخطط للقاعة %2.</translation>
    </message>
    <message>
        <source>Hall: %1</source>
        <translation>القاعة: %1</translation>
    </message>
    <message>
        <source>Begin with the house</source>
        <translation>ابدأ بالدار</translation>
    </message>
    <message>
        <source>Say what it is called, where it is and by which clock it goes. Then draw its plan or import it, and make events in the programme.</source>
        <translation>اذكر اسمها ومكانها وتوقيتها. ثم ارسم مخططها أو استورده، وأنشئ الفعاليات في البرنامج.</translation>
    </message>
    <message>
        <source>New house…</source>
        <translation>دار جديدة…</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>لا مخطط بعد</translation>
    </message>
    <message>
        <source>Draw the hall, or import its plan: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here. As soon as it is published, events can be made in the programme.</source>
        <translation>ارسم القاعة أو استورد مخططها: ملف من Parterre أو pretix، أو رسم (SVG)، أو جدول (CSV). أفلته هنا. وحالما يُنشر يمكن إنشاء الفعاليات في البرنامج.</translation>
    </message>
    <message>
        <source>There is no house yet: make it first, with the button Houses.</source>
        <translation>لا توجد دار بعد: أنشئها أولًا بزر «الدور».</translation>
    </message>
    <message>
        <source>&amp;Logo…</source>
        <translation>ال&amp;شعار…</translation>
    </message>
    <message>
        <source>The picture on the tickets of the house</source>
        <translation>الصورة على تذاكر الدار</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PosterField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>اختيار صورة…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Remove the poster</source>
        <translation>إزالة الملصق</translation>
    </message>
    <message>
        <source>Poster of %1</source>
        <translation>ملصق %1</translation>
    </message>
    <message>
        <source>A painted picture, since there is no poster</source>
        <translation>صورة مرسومة، إذ لا يوجد ملصق</translation>
    </message>
    <message>
        <source>Save the event first. Until it has a poster, a painted picture stands in.</source>
        <translation>احفظ الفعالية أولًا. إلى أن يكون لها ملصق تحل محله صورة مرسومة.</translation>
    </message>
    <message>
        <source>Another picture takes its place at once, without saving the event.</source>
        <translation>تحل صورة أخرى محله فورًا، من غير حفظ الفعالية.</translation>
    </message>
    <message>
        <source>Until there is a poster, a painted picture stands in. Any picture will do, and it is shown at once, without saving the event.</source>
        <translation>إلى أن يوجد ملصق تحل محله صورة مرسومة. أي صورة تصلح، وتظهر فورًا من غير حفظ الفعالية.</translation>
    </message>
    <message>
        <source>Choose a picture for the poster</source>
        <translation>اختيار صورة للملصق</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>الصور (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>Which dates of the series get the poster, or lose it</source>
        <translation>أي مواعيد السلسلة تأخذ الملصق أو تفقده</translation>
    </message>
    <message>
        <source>The new event gets this poster when it is saved. Another can be chosen after that.</source>
        <translation>تأخذ الفعالية الجديدة هذا الملصق عند حفظها. ويمكن اختيار غيره بعد ذلك.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PosterMaker</name>
    <message>
        <source>The picture cannot be opened. Choose one that you may read.</source>
        <translation>تعذّر فتح الصورة. اختر صورة يُسمح لك بقراءتها.</translation>
    </message>
    <message>
        <source>The picture is too large. Save it with fewer pixels and choose it again.</source>
        <translation>الصورة كبيرة جدًا. احفظها ببكسلات أقل واخترها مرة أخرى.</translation>
    </message>
    <message>
        <source>This is no picture that can be read. Choose another, or save it anew as PNG or JPEG.</source>
        <translation>هذه ليست صورة مقروءة. اختر غيرها، أو احفظها من جديد بصيغة PNG أو JPEG.</translation>
    </message>
    <message>
        <source>The picture is too small for a poster. Choose one with %1 pixels or more on each side.</source>
        <translation>الصورة صغيرة جدًا لملصق. اختر صورة لا يقل كل ضلع منها عن %1 بكسل.</translation>
    </message>
    <message>
        <source>The picture is too long and narrow for a poster. Cut it to the shape of a poster and choose it again.</source>
        <translation>الصورة طويلة وضيقة جدًا لملصق. قصّها على شكل ملصق واخترها مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PostponeDialog</name>
    <message>
        <source>Postpone the release</source>
        <translation>تأجيل التحرير</translation>
    </message>
    <message>
        <source>When are these seats free again?</source>
        <translation>متى تصير هذه المقاعد شاغرة من جديد؟</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>تأجيل</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PriceGrid</name>
    <message>
        <source>Not sold</source>
        <translation>غير معروض للبيع</translation>
    </message>
    <message>
        <source>Offer this ticket type earlier</source>
        <translation>قدّم نوع التذكرة هذا</translation>
    </message>
    <message>
        <source>Offer this ticket type later</source>
        <translation>أخّر نوع التذكرة هذا</translation>
    </message>
    <message>
        <source>Remove this ticket type</source>
        <translation>أزل نوع التذكرة هذا</translation>
    </message>
    <message>
        <source>&amp;Add a ticket type</source>
        <translation>إ&amp;ضافة نوع تذكرة</translation>
    </message>
    <message>
        <source>Change &amp;prices</source>
        <translation>غيّر الأ&amp;سعار</translation>
    </message>
    <message>
        <source>&amp;Copy row to all</source>
        <translation>انس&amp;خ الصف إلى الكل</translation>
    </message>
    <message>
        <source>Prices by category and ticket type</source>
        <translation>الأسعار بحسب فئة السعر ونوع التذكرة</translation>
    </message>
    <message>
        <source>An empty cell is not sold. Select cells to change several at once; nothing selected means all of them.</source>
        <translation>الخلية الفارغة غير معروضة للبيع. حدد خلايا لتغيير عدة أسعار معًا؛ وبلا تحديد تُقصد كلها.</translation>
    </message>
    <message>
        <source>Name of the ticket type</source>
        <translation>اسم نوع التذكرة</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>بالغ</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>تذكرة %1</translation>
    </message>
    <message>
        <source>By how much to change prices</source>
        <translation>مقدار تغيير الأسعار</translation>
    </message>
    <message>
        <source>Unit of the change</source>
        <translation>وحدة التغيير</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>بالمئة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PriceRulesForm</name>
    <message>
        <source>Fees and tax</source>
        <translation>الرسوم والضريبة</translation>
    </message>
    <message>
        <source>Prices contain the tax</source>
        <translation>الأسعار تشمل الضريبة</translation>
    </message>
    <message>
        <source>Tax is added to prices</source>
        <translation>تُضاف الضريبة إلى الأسعار</translation>
    </message>
    <message>
        <source>Fee of each ticket</source>
        <translation>رسوم كل تذكرة</translation>
    </message>
    <message>
        <source>Fee of a booking</source>
        <translation>رسوم الحجز الواحد</translation>
    </message>
    <message>
        <source>Tax of tickets</source>
        <translation>ضريبة التذاكر</translation>
    </message>
    <message>
        <source>Tax of fees</source>
        <translation>ضريبة الرسوم</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>الضريبة</translation>
    </message>
    <message>
        <source>Kept of each ticket given back</source>
        <translation>ما يُستبقى من كل تذكرة مرجعة</translation>
    </message>
    <message>
        <source>And of its price</source>
        <translation>ومن سعرها</translation>
    </message>
    <message>
        <source>Tickets that cost nothing bear no fee. What is kept is never more than the ticket cost.</source>
        <translation>التذاكر المجانية بلا رسوم. ولا يُستبقى أبدًا أكثر من ثمن التذكرة.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PrinterForm</name>
    <message>
        <source>Printe&amp;r</source>
        <translation>الط&amp;ابعة</translation>
    </message>
    <message>
        <source>Its network address or device, like 192.168.0.20 or /dev/usb/lp0. Empty when there is none.</source>
        <translation>عنوانها في الشبكة أو جهازها، مثل ⁦192.168.0.20⁩ أو ⁦/dev/usb/lp0⁩. فارغ إن لم تكن هناك طابعة.</translation>
    </message>
    <message>
        <source>Open the &amp;drawer when cash is taken or given back</source>
        <translation>فتح &amp;درج النقود عند أخذ النقد أو رده</translation>
    </message>
    <message>
        <source>Print the tic&amp;kets of each sale</source>
        <translation>طبع تذا&amp;كر كل بيع</translation>
    </message>
    <message>
        <source>Print a rece&amp;ipt after them</source>
        <translation>طبع &amp;إيصال بعدها</translation>
    </message>
    <message>
        <source>&amp;Test print</source>
        <translation>&amp;طبع تجريبي</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>⁦80 mm⁩</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>⁦58 mm⁩</translation>
    </message>
    <message>
        <source>Receipt printer of this desk</source>
        <translation>طابعة الإيصالات لهذا المكتب</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>ال&amp;ورق</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>تجري الطباعة…</translation>
    </message>
    <message>
        <source>The printer took the test.</source>
        <translation>قبلت الطابعة التجربة.</translation>
    </message>
    <message>
        <source>This names no printer. Write it like 192.168.0.20, till-1:9100 or /dev/usb/lp0.</source>
        <translation>هذا لا يسمي طابعة. اكتبه مثل ⁦192.168.0.20⁩ أو ⁦till-1:9100⁩ أو ⁦/dev/usb/lp0⁩.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProfileScreen</name>
    <message>
        <source>Profile</source>
        <translation>الملف الشخصي</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>The password is changed. Other computers have to sign in again.</source>
        <translation>تغيّرت كلمة المرور. يجب تسجيل الدخول من جديد على الأجهزة الأخرى.</translation>
    </message>
    <message>
        <source>Like the program</source>
        <translation>مثل لغة البرنامج</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>You</source>
        <translation>بياناتك</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>رقم ال&amp;هاتف</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Current password</source>
        <translation>&amp;كلمة المرور الحالية</translation>
    </message>
    <message>
        <source>Ne&amp;w password</source>
        <translation>كلمة المرور ال&amp;جديدة</translation>
    </message>
    <message>
        <source>Four words in a row are easy to remember and hard to guess.</source>
        <translation>أربع كلمات متتالية يسهل تذكرها ويصعب تخمينها.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>C&amp;hange the password</source>
        <translation>&amp;تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>المغادرة</translation>
    </message>
    <message>
        <source>Seats you hold become free at once when you log out.</source>
        <translation>تصبح المقاعد التي تحتفظ بها شاغرة فورًا عند تسجيل الخروج.</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>Log out on &amp;every computer</source>
        <translation>تسجيل الخروج &amp;من جميع الأجهزة</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>أدخل اسمًا.</translation>
    </message>
    <message>
        <source>Enter the password you sign in with now.</source>
        <translation>أدخل كلمة المرور التي تسجّل بها الدخول حاليًا.</translation>
    </message>
    <message>
        <source>Enter a new password.</source>
        <translation>أدخل كلمة مرور جديدة.</translation>
    </message>
    <message>
        <source>This is not your present password. Try again.</source>
        <translation>هذه ليست كلمة مرورك الحالية. أعد المحاولة.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProgrammeCardDelegate</name>
    <message>
        <source>Published</source>
        <translation>منشورة</translation>
    </message>
    <message>
        <source>Sale paused</source>
        <translation>البيع متوقف</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>ملغى</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>مسودة</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>سلسلة</translation>
    </message>
    <message>
        <source>part of a series</source>
        <translation>جزء من سلسلة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProgrammeScreen</name>
    <message>
        <source>Search the programme</source>
        <translation>ابحث في البرنامج</translation>
    </message>
    <message>
        <source>Show what is &amp;over</source>
        <translation>أظهر ما ان&amp;قضى</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Pause sales</source>
        <translation>إيقاف البيع</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>تكرار</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>حذف…</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Ne&amp;w event</source>
        <translation>فعالية &amp;جديدة</translation>
    </message>
    <message>
        <source>Events of the programme</source>
        <translation>فعاليات البرنامج</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>المغادرة دون حفظ؟</translation>
    </message>
    <message>
        <source>What you changed in this event is not saved.</source>
        <translation>ما غيّرته في هذه الفعالية غير محفوظ.</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>تجاهل التغييرات</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>متابعة التحرير</translation>
    </message>
    <message>
        <source>An event needs a plan of a house. Publish one first, under Plans.</source>
        <translation>تحتاج الفعالية إلى مخطط. انشر مخططًا أولًا في صفحة المخططات.</translation>
    </message>
    <message>
        <source>Reading the event…</source>
        <translation>جارٍ قراءة الفعالية…</translation>
    </message>
    <message>
        <source>No event chosen</source>
        <translation>لم تُختر فعالية</translation>
    </message>
    <message>
        <source>Choose an event to change it, or make a new one. Nobody but the staff sees it before it is published.</source>
        <translation>اختر فعالية لتغييرها أو أنشئ فعالية جديدة. لا يراها قبل نشرها إلا العاملون.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>فعالية جديدة</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>لم تُحفظ بعد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 places free</source>
        <translation>
            <numerusform>لا مكان شاغر من %1</numerusform>
            <numerusform>مكان واحد شاغر من %1</numerusform>
            <numerusform>مكانان شاغران من %1</numerusform>
            <numerusform>%Ln أماكن شاغرة من %1</numerusform>
            <numerusform>%Ln مكانًا شاغرًا من %1</numerusform>
            <numerusform>%Ln مكان شاغر من %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>معدّلة وغير محفوظة</translation>
    </message>
    <message>
        <source>Sa&amp;ve the draft</source>
        <translation>&amp;حفظ المسودة</translation>
    </message>
    <message>
        <source>&amp;Resume sales</source>
        <translation>است&amp;ئناف البيع</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;نشر</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Discard this event?</source>
        <translation>تجاهل هذه الفعالية؟</translation>
    </message>
    <message>
        <source>Delete this event?</source>
        <translation>حذف هذه الفعالية؟</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>لم تُحفظ قط.</translation>
    </message>
    <message>
        <source>%1 will be gone for good.</source>
        <translation>ستزول %1 نهائيًا.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>تم الحفظ.</translation>
    </message>
    <message>
        <source>Published. Customers see the event, and it is sold within its sales window.</source>
        <translation>نُشرت. يرى العملاء الفعالية وتُباع في فترة بيعها.</translation>
    </message>
    <message>
        <source>Sales are paused. Customers see the event, but nobody can buy.</source>
        <translation>البيع متوقف. يرى العملاء الفعالية ولا يستطيع أحد الشراء.</translation>
    </message>
    <message>
        <source>The event is gone.</source>
        <translation>حُذفت الفعالية.</translation>
    </message>
    <message>
        <source>Somebody else changed this event meanwhile. Read it again to see how; what you entered is lost then.</source>
        <translation>غيّر شخص آخر هذه الفعالية في هذه الأثناء. اقرأها من جديد لترى كيف؛ عندئذٍ يضيع ما أدخلته.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>قراءة من جديد</translation>
    </message>
    <message>
        <source>Cancel event…</source>
        <translation>إلغاء الفعالية…</translation>
    </message>
    <message>
        <source>The event is cancelled. Nobody can buy or hold seats of it; here is what is owed to whom.</source>
        <translation>أُلغيت الفعالية. لا يمكن لأحد شراء مقاعدها أو الاحتفاظ بها؛ وهنا ما يُستحق ولمن.</translation>
    </message>
    <message>
        <source>Onl&amp;y this series</source>
        <translation>هذه ال&amp;سلسلة فقط</translation>
    </message>
    <message>
        <source>Several da&amp;tes…</source>
        <translation>عدة م&amp;واعيد…</translation>
    </message>
    <message>
        <source>Makes the event in the form on many dates</source>
        <translation>ينشئ الفعالية في النموذج في مواعيد عديدة</translation>
    </message>
    <message>
        <source>Part of a series</source>
        <translation>جزء من سلسلة</translation>
    </message>
    <message>
        <source>1 draft is made. It is in the list now; publish it when it is ready.</source>
        <translation>أُنشئت مسودة واحدة. هي الآن في القائمة؛ انشرها عندما تجهز.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts are made. They are in the list now; publish each when it is ready.</source>
        <translation>
            <numerusform>لم تُنشأ أي مسودة.</numerusform>
            <numerusform>أُنشئت مسودة واحدة. هي الآن في القائمة؛ انشرها عندما تجهز.</numerusform>
            <numerusform>أُنشئت مسودتان. هما الآن في القائمة؛ انشر كلًّا منهما عندما تجهز.</numerusform>
            <numerusform>أُنشئت %Ln مسودات. هي الآن في القائمة؛ انشر كلًّا منها عندما تجهز.</numerusform>
            <numerusform>أُنشئت %Ln مسودة. هي الآن في القائمة؛ انشر كلًّا منها عندما تجهز.</numerusform>
            <numerusform>أُنشئت %Ln مسودة. هي الآن في القائمة؛ انشر كلًّا منها عندما تجهز.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discounts…</source>
        <translation>الخصومات…</translation>
    </message>
    <message>
        <source>Showtimes from outside…</source>
        <translation>مواعيد من الخارج…</translation>
    </message>
    <message>
        <source>Which dates of the series are saved, published and paused</source>
        <translation>أي مواعيد السلسلة تُحفظ وتُنشر ويُوقف بيعها</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>يجري تحضير الصورة…</translation>
    </message>
    <message>
        <source>The poster is set. Whoever sees the event sees it.</source>
        <translation>وُضع الملصق. يراه كل من يرى الفعالية.</translation>
    </message>
    <message>
        <source>The event has no poster any more.</source>
        <translation>لم يعد للفعالية ملصق.</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>بالغ</translation>
    </message>
    <message>
        <source>Somebody cancelled this event meanwhile. It stays as it is now, and so does its poster.</source>
        <translation>ألغى أحدهم هذه الفعالية في هذه الأثناء. تبقى كما هي الآن، وكذلك ملصقها.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PropertyFields</name>
    <message>
        <source>Several values</source>
        <translation>قيم متعددة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PropertyPanel</name>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>لا أجسام</numerusform>
            <numerusform>جسم واحد</numerusform>
            <numerusform>جسمان</numerusform>
            <numerusform>%Ln أجسام</numerusform>
            <numerusform>%Ln جسمًا</numerusform>
            <numerusform>%Ln جسم</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected. Choose a tool to draw with, or select what is there to change it.</source>
        <translation>لا شيء محدَّد. اختر أداة للرسم، أو حدّد ما تريد تغييره.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>الموضع</translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>القسم</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>فئة السعر</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>الطابق الأرضي</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>الطابق</translation>
    </message>
    <message>
        <source>X</source>
        <translation>س</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>ص</translation>
    </message>
    <message>
        <source>Rotation, degrees</source>
        <translation>الدوران بالدرجات</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>تغيير: %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundCardDelegate</name>
    <message>
        <source>Owed</source>
        <translation>مستحق</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>رُدّ المبلغ</translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>لا شيء مستحق</translation>
    </message>
    <message>
        <source>%1, paid out on %2</source>
        <translation>%1، دُفع في %2</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundDialog</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Goes back:</source>
        <translation>يُردّ:</translation>
    </message>
    <message>
        <source>&amp;Waive the fee of %1, because</source>
        <translation>إ&amp;سقاط الرسوم %1، لأن</translation>
    </message>
    <message>
        <source>Empty: the fee stays with the house.</source>
        <translation>فارغ: تبقى الرسوم للدار.</translation>
    </message>
    <message>
        <source>To a voucher…</source>
        <translation>إلى قسيمة…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundForm</name>
    <message>
        <source>Reference on the terminal&apos;s receipt for the refund</source>
        <translation>المرجع على إيصال الجهاز للردّ</translation>
    </message>
    <message>
        <source>Refund it at the terminal, then enter the reference of its receipt.</source>
        <translation>ردّه عند الجهاز ثم أدخل مرجع الإيصال.</translation>
    </message>
    <message>
        <source>Its code is printed on it. A new one is sold empty, on the page of vouchers.</source>
        <translation>رمزها مطبوع عليها. تُباع الجديدة فارغة في صفحة القسائم.</translation>
    </message>
    <message>
        <source>Leave it empty to give the cash back.</source>
        <translation>اتركه فارغًا لرد النقد.</translation>
    </message>
    <message>
        <source>Voucher that gets the cash instead</source>
        <translation>القسيمة التي تنال المبلغ بدل النقد</translation>
    </message>
    <message>
        <source>Enter the code as it is printed: four groups of four.</source>
        <translation>أدخل الرمز كما هو مطبوع: أربع مجموعات من أربعة أحرف.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundPanel</name>
    <message>
        <source>Pay &amp;out…</source>
        <translation>&amp;ردّ المبلغ…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>حفظ بصيغة CSV…</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>المبالغ المستردة</translation>
    </message>
    <message>
        <source>Paid out to %1, booking %2.</source>
        <translation>رُدّ المبلغ إلى %1، الحجز %2.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>أُلغيت: %1</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>تذكرة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>لا تذاكر</numerusform>
            <numerusform>تذكرة واحدة</numerusform>
            <numerusform>تذكرتان</numerusform>
            <numerusform>%Ln تذاكر</numerusform>
            <numerusform>%Ln تذكرة</numerusform>
            <numerusform>%Ln تذكرة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking</source>
        <translation>حجز واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings</source>
        <translation>
            <numerusform>لا حجوزات</numerusform>
            <numerusform>حجز واحد</numerusform>
            <numerusform>حجزان</numerusform>
            <numerusform>%Ln حجوزات</numerusform>
            <numerusform>%Ln حجزًا</numerusform>
            <numerusform>%Ln حجز</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2  ·  %3 owed  ·  %4 paid out</source>
        <translation>%1، %2  ·  مستحق %3  ·  رُدّ %4</translation>
    </message>
    <message>
        <source>1 ticket is still being cancelled.</source>
        <translation>ما زالت تذكرة واحدة قيد الإلغاء.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are still being cancelled.</source>
        <translation>
            <numerusform>لم تعد تذاكر قيد الإلغاء.</numerusform>
            <numerusform>ما زالت تذكرة واحدة قيد الإلغاء.</numerusform>
            <numerusform>ما زالت تذكرتان قيد الإلغاء.</numerusform>
            <numerusform>ما زالت %Ln تذاكر قيد الإلغاء.</numerusform>
            <numerusform>ما زالت %Ln تذكرة قيد الإلغاء.</numerusform>
            <numerusform>ما زالت %Ln تذكرة قيد الإلغاء.</numerusform>
        </translation>
    </message>
    <message>
        <source>The refunds could not be read</source>
        <translation>تعذرت قراءة المبالغ المستردة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Nothing to refund</source>
        <translation>لا شيء يُردّ</translation>
    </message>
    <message>
        <source>Nobody had a ticket for it.</source>
        <translation>لم تكن لدى أحد تذكرة لها.</translation>
    </message>
    <message>
        <source>Reading the refunds…</source>
        <translation>تجري قراءة المبالغ المستردة…</translation>
    </message>
    <message>
        <source>Pay &amp;out %1…</source>
        <translation>&amp;ردّ %1…</translation>
    </message>
    <message>
        <source>Pay out %1?</source>
        <translation>أتريد ردّ %1؟</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>رُدّ المبلغ</translation>
    </message>
    <message>
        <source>Save the refund list</source>
        <translation>حفظ قائمة المبالغ المستردة</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>Refunds %1</source>
        <translation>المبالغ المستردة %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>حُفظ باسم %1.</translation>
    </message>
    <message>
        <source>Nothing could be saved as %1. Choose another folder.</source>
        <translation>تعذّر الحفظ باسم %1. اختر مجلدًا آخر.</translation>
    </message>
    <message>
        <source>%1, booking %2. It is written down as paid out.</source>
        <translation>%1، الحجز %2. يُسجَّل على أنه دُفع.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReleaseForm</name>
    <message>
        <source>&amp;Ask somebody first</source>
        <translation>&amp;سؤال أحد أولًا</translation>
    </message>
    <message>
        <source>When somebody releases them</source>
        <translation>حين يحررها أحد</translation>
    </message>
    <message>
        <source>Some hours before the event</source>
        <translation>قبل الفعالية بساعات</translation>
    </message>
    <message>
        <source>At a set time</source>
        <translation>في وقت محدد</translation>
    </message>
    <message>
        <source>At that time they wait in the list of releases until somebody confirms them.</source>
        <translation>في ذلك الوقت تنتظر في قائمة التحريرات حتى يؤكدها أحد.</translation>
    </message>
    <message>
        <source>&amp;Free again</source>
        <translation>&amp;شاغرة من جديد</translation>
    </message>
    <message>
        <source>&amp;Hours before it begins</source>
        <translation>ال&amp;ساعات قبل البدء</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>ال&amp;وقت</translation>
    </message>
    <message>
        <source>Some minutes before the event</source>
        <translation>قبل الفعالية بدقائق</translation>
    </message>
    <message>
        <source>&amp;Minutes before it begins</source>
        <translation>ال&amp;دقائق قبل البدء</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReleasesScreen</name>
    <message>
        <source>&amp;Open the event</source>
        <translation>&amp;فتح الفعالية</translation>
    </message>
    <message>
        <source>&amp;Postpone…</source>
        <translation>&amp;تأجيل…</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>تأ&amp;كيد</translation>
    </message>
    <message>
        <source>To be released</source>
        <translation>للتحرير</translation>
    </message>
    <message>
        <source>Waits to be confirmed since %1</source>
        <translation>ينتظر التأكيد منذ %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>%1. %2 (%3): %4. %5</source>
        <translation>%1. %2 (%3): %4. %5</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>تعذرت قراءة القائمة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Nothing is to be released</source>
        <translation>لا شيء للتحرير</translation>
    </message>
    <message>
        <source>Blocked seats with a time of release come here.</source>
        <translation>تأتي إلى هنا المقاعد المحجوبة التي لها وقت تحرير.</translation>
    </message>
    <message>
        <source>Free on %1</source>
        <translation>شاغر في %1</translation>
    </message>
    <message>
        <source>To be confirmed on %1</source>
        <translation>للتأكيد في %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RepairWords</name>
    <message>
        <source>Several seats have one id</source>
        <translation>لعدة مقاعد معرّف واحد</translation>
    </message>
    <message>
        <source>A seat got another label</source>
        <translation>حصل مقعد على تسمية أخرى</translation>
    </message>
    <message>
        <source>A category was added</source>
        <translation>أُضيفت فئة</translation>
    </message>
    <message>
        <source>A category got another name</source>
        <translation>حصلت فئة على اسم آخر</translation>
    </message>
    <message>
        <source>A name or number was made up</source>
        <translation>وُضع اسم أو رقم</translation>
    </message>
    <message>
        <source>A usual value was taken</source>
        <translation>أُخذت قيمة معتادة</translation>
    </message>
    <message>
        <source>A value of another kind</source>
        <translation>قيمة من نوع آخر</translation>
    </message>
    <message>
        <source>A number was out of range</source>
        <translation>عدد خارج الحدود</translation>
    </message>
    <message>
        <source>A text was changed</source>
        <translation>تغيّر نص</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>لم يُقرأ</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>لم يُحتفظ به</translation>
    </message>
    <message>
        <source>A seat outside the plan</source>
        <translation>مقعد خارج المخطط</translation>
    </message>
    <message>
        <source>A seat upon another</source>
        <translation>مقعد فوق آخر</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>تخمين</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReservationCardDelegate</name>
    <message>
        <source>Time is over</source>
        <translation>انتهى الوقت</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>دقيقة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 س %2 د</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln يوم</numerusform>
            <numerusform>يوم واحد</numerusform>
            <numerusform>يومان</numerusform>
            <numerusform>%Ln أيام</numerusform>
            <numerusform>%Ln يومًا</numerusform>
            <numerusform>%Ln يوم</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReservationPanel</name>
    <message>
        <source>Reservations</source>
        <translation>حجوزات غير مدفوعة</translation>
    </message>
    <message>
        <source>1 reservation</source>
        <translation>حجز واحد غير مدفوع</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reservations</source>
        <translation>
            <numerusform>لا حجوزات غير مدفوعة</numerusform>
            <numerusform>حجز واحد غير مدفوع</numerusform>
            <numerusform>حجزان غير مدفوعين</numerusform>
            <numerusform>%Ln حجوزات غير مدفوعة</numerusform>
            <numerusform>%Ln حجزًا غير مدفوع</numerusform>
            <numerusform>%Ln حجز غير مدفوع</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>مقعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3 to be paid</source>
        <translation>%1  ·  %2  ·  يُدفع %3</translation>
    </message>
    <message>
        <source>The reservations could not be read</source>
        <translation>تعذرت قراءة الحجوزات غير المدفوعة</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Nothing is reserved</source>
        <translation>لا شيء محجوز</translation>
    </message>
    <message>
        <source>What is booked and not paid yet appears here, until it is paid or falls free.</source>
        <translation>ما حُجز ولم يُدفع بعد يظهر هنا حتى يُدفع أو يصير شاغرًا.</translation>
    </message>
    <message>
        <source>Reading the reservations…</source>
        <translation>تجري قراءة الحجوزات غير المدفوعة…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SaleRulesForm</name>
    <message>
        <source>Sales &amp;begin on</source>
        <translation>يبد&amp;أ البيع في</translation>
    </message>
    <message>
        <source>Sales &amp;end on</source>
        <translation>ين&amp;تهي البيع في</translation>
    </message>
    <message>
        <source>Customers may &amp;cancel until</source>
        <translation>يمكن للعملاء الإ&amp;لغاء حتى</translation>
    </message>
    <message>
        <source>Selling rules</source>
        <translation>قواعد البيع</translation>
    </message>
    <message>
        <source>Without a date sales begin at once, and selling and cancelling end with the start.</source>
        <translation>بلا تاريخ يبدأ البيع فورًا، وينتهي البيع والإلغاء عند بدء الفعالية.</translation>
    </message>
    <message>
        <source>Allow them</source>
        <translation>السماح بها</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Seats are &amp;kept for (minutes)</source>
        <translation>مدة الاحتفا&amp;ظ بالمقاعد (بالدقائق)</translation>
    </message>
    <message>
        <source>Each e&amp;xtension (minutes)</source>
        <translation>كل تمدي&amp;د (بالدقائق)</translation>
    </message>
    <message>
        <source>Extensions of a seat</source>
        <translation>عدد مرات التمديد</translation>
    </message>
    <message>
        <source>Seats a &amp;customer may hold</source>
        <translation>عدد المقاعد التي يحتفظ بها ال&amp;عميل</translation>
    </message>
    <message>
        <source>Single seats &amp;left behind</source>
        <translation>مقاعد مفردة م&amp;تروكة</translation>
    </message>
    <message>
        <source>Reservations end be&amp;fore it (minutes)</source>
        <translation>ينتهي الحجز غير المدفوع قبل &amp;البدء (بالدقائق)</translation>
    </message>
    <message>
        <source>Tickets in one booking of a customer</source>
        <translation>التذاكر في حجز واحد لزبون</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ScopeChoice</name>
    <message>
        <source>Only this date</source>
        <translation>هذا الموعد فقط</translation>
    </message>
    <message>
        <source>This date and later</source>
        <translation>هذا الموعد وما بعده</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>كل المواعيد</translation>
    </message>
    <message>
        <source>Of the other dates only that is changed which is as it was on this one; what they have of their own stays</source>
        <translation>لا يتغير في المواعيد الأخرى إلا ما كان كما هو هنا؛ وما لها خاصة يبقى</translation>
    </message>
    <message>
        <source>Another plan is chosen for each date alone</source>
        <translation>يُختار مخطط آخر لكل موعد على حدة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SeatFields</name>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>لا مقاعد</numerusform>
            <numerusform>مقعد واحد</numerusform>
            <numerusform>مقعدان</numerusform>
            <numerusform>%Ln مقاعد</numerusform>
            <numerusform>%Ln مقعدًا</numerusform>
            <numerusform>%Ln مقعد</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>بلا</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>فئة السعر</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>قيم متعددة</translation>
    </message>
    <message>
        <source>As the row gives it</source>
        <translation>كما يعطيه الصف</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم</translation>
    </message>
    <message>
        <source>Join wheelchair place and companion</source>
        <translation>ربط مكان الكرسي المتحرك بمقعد المرافق</translation>
    </message>
    <message>
        <source>Add attributes</source>
        <translation>إضافة صفات</translation>
    </message>
    <message>
        <source>heated, extra legroom</source>
        <translation>مدفأ، مساحة إضافية للساقين</translation>
    </message>
    <message>
        <source>Custom attributes</source>
        <translation>صفات خاصة</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters each</source>
        <translation>
            <numerusform>بلا حروف لكل منها</numerusform>
            <numerusform>حرف واحد على الأكثر لكل منها</numerusform>
            <numerusform>حرفان على الأكثر لكل منها</numerusform>
            <numerusform>%Ln حروف على الأكثر لكل منها</numerusform>
            <numerusform>%Ln حرفًا على الأكثر لكل منها</numerusform>
            <numerusform>%Ln حرف على الأكثر لكل منها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln of them for a seat</source>
        <translation>
            <numerusform>لا شيء منها للمقعد</numerusform>
            <numerusform>واحدة منها على الأكثر للمقعد</numerusform>
            <numerusform>اثنتان منها على الأكثر للمقعد</numerusform>
            <numerusform>%Ln منها على الأكثر للمقعد</numerusform>
            <numerusform>%Ln منها على الأكثر للمقعد</numerusform>
            <numerusform>%Ln منها على الأكثر للمقعد</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::SelectionMenu</name>
    <message>
        <source>&amp;Select</source>
        <translation>ت&amp;حديد</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>بلا فئة سعر</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SeriesDialog</name>
    <message>
        <source>1 date</source>
        <translation>موعد واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates</source>
        <translation>
            <numerusform>لا مواعيد</numerusform>
            <numerusform>موعد واحد</numerusform>
            <numerusform>موعدان</numerusform>
            <numerusform>%Ln مواعيد</numerusform>
            <numerusform>%Ln موعدًا</numerusform>
            <numerusform>%Ln موعد</numerusform>
        </translation>
    </message>
    <message>
        <source>1 while something else is in the hall</source>
        <translation>موعد بينما يشغل القاعة شيء آخر</translation>
    </message>
    <message numerus="yes">
        <source>%Ln while something else is in the hall</source>
        <translation>
            <numerusform>لا موعد بينما يشغل القاعة شيء آخر</numerusform>
            <numerusform>موعد بينما يشغل القاعة شيء آخر</numerusform>
            <numerusform>موعدان بينما يشغل القاعة شيء آخر</numerusform>
            <numerusform>%Ln مواعيد بينما يشغل القاعة شيء آخر</numerusform>
            <numerusform>%Ln موعدًا بينما يشغل القاعة شيء آخر</numerusform>
            <numerusform>%Ln موعد بينما يشغل القاعة شيء آخر</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule (RFC 5545)</source>
        <translation>قاعدة (RFC 5545)</translation>
    </message>
    <message>
        <source>Several dates</source>
        <translation>عدة مواعيد</translation>
    </message>
    <message>
        <source>Several dates of %1</source>
        <translation>عدة مواعيد لـ %1</translation>
    </message>
    <message>
        <source>Each becomes a draft like the event in the form, and an event of its own afterwards. Sales begin at the same moment for all; they end as long before each start as before the first.</source>
        <translation>يصبح كل موعد مسودة مثل الفعالية في النموذج، ثم فعالية قائمة بذاتها. يبدأ البيع للجميع في اللحظة نفسها، وينتهي قبل كل بداية بالمدة نفسها كما قبل الأولى.</translation>
    </message>
    <message>
        <source>Number of dates</source>
        <translation>عدد المواعيد</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>اليوم الأخير</translation>
    </message>
    <message>
        <source>After so many dates</source>
        <translation>بعد عدد من المواعيد</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>في يوم</translation>
    </message>
    <message>
        <source>&amp;First date, by the clock of the house</source>
        <translation>الموعد الأ&amp;ول بساعة الدار</translation>
    </message>
    <message>
        <source>&amp;Repeated</source>
        <translation>الت&amp;كرار</translation>
    </message>
    <message>
        <source>&amp;Ends</source>
        <translation>الا&amp;نتهاء</translation>
    </message>
    <message>
        <source>Untick what is left out. Type another time where a date begins otherwise.</source>
        <translation>أزل العلامة عما يُستثنى. اكتب وقتًا آخر حيث يبدأ الموعد في وقت مختلف.</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>يوميًا</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>أسبوعيًا</translation>
    </message>
    <message>
        <source>Monthly, on day %1</source>
        <translation>شهريًا، في اليوم %1</translation>
    </message>
    <message>
        <source>Monthly, on %1 no. %2</source>
        <translation>شهريًا، %1 رقم %2</translation>
    </message>
    <message>
        <source>Monthly, on the last %1</source>
        <translation>شهريًا، آخر %1</translation>
    </message>
    <message>
        <source>By a rule of your own</source>
        <translation>بقاعدة من عندك</translation>
    </message>
    <message>
        <source>Every so many da&amp;ys</source>
        <translation>كل عدد من الأ&amp;يام</translation>
    </message>
    <message>
        <source>Every so many &amp;weeks</source>
        <translation>كل عدد من الأ&amp;سابيع</translation>
    </message>
    <message>
        <source>Every so many &amp;months</source>
        <translation>كل عدد من الأ&amp;شهر</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>Make 1 draft</source>
        <translation>إنشاء مسودة واحدة</translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln drafts</source>
        <translation>
            <numerusform>لا شيء للإنشاء</numerusform>
            <numerusform>إنشاء مسودة واحدة</numerusform>
            <numerusform>إنشاء مسودتين</numerusform>
            <numerusform>إنشاء %Ln مسودات</numerusform>
            <numerusform>إنشاء %Ln مسودة</numerusform>
            <numerusform>إنشاء %Ln مسودة</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the events…</source>
        <translation>جارٍ إنشاء الفعاليات…</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>واحد موجود بالفعل</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SeriesTable</name>
    <message>
        <source>Date</source>
        <translation>التاريخ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>In the hall then</source>
        <translation>في القاعة حينها</translation>
    </message>
    <message>
        <source>Another date of the series</source>
        <translation>موعد آخر من السلسلة</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>مواعيد السلسلة</translation>
    </message>
    <message>
        <source>This event, which is there already</source>
        <translation>هذه الفعالية، وهي موجودة بالفعل</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShareSpin</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimeSourceDialog</name>
    <message>
        <source>&amp;Name of the source</source>
        <translation>ا&amp;سم المصدر</translation>
    </message>
    <message>
        <source>New events are &amp;like</source>
        <translation>الفعاليات الجديدة &amp;مثل</translation>
    </message>
    <message>
        <source>They get its plan, prices, ticket types and sale rules. Times without a zone are by the clock of its house.</source>
        <translation>تنال مخططها وأسعارها وأنواع تذاكرها وقواعد بيعها. والأوقات بلا منطقة زمنية بساعة دارها.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Source of showtimes</source>
        <translation>مصدر مواعيد</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>https://…, fetched by the server. Leave it empty to choose a file each time.</source>
        <translation>⁦https://…⁩ يجلبه الخادم. اتركه فارغًا لاختيار ملف كل مرة.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>ال&amp;صيغة</translation>
    </message>
    <message>
        <source>Only in this &amp;hall</source>
        <translation>في هذه ال&amp;قاعة فقط</translation>
    </message>
    <message>
        <source>As the source calls it. Leave it empty for everything.</source>
        <translation>كما يسميها المصدر. اتركه فارغًا للكل.</translation>
    </message>
    <message>
        <source>Looked at by i&amp;tself</source>
        <translation>يُنظر فيه ت&amp;لقائيًا</translation>
    </message>
    <message>
        <source>What is ne&amp;w then</source>
        <translation>ما كان &amp;جديدًا عندئذ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Whatever it says it is</source>
        <translation>ما يقوله عن نفسه</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>تقويم (⁦iCalendar⁩)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>جدول (⁦CSV⁩)</translation>
    </message>
    <message>
        <source>Web page or JSON with schema.org events</source>
        <translation>صفحة ويب أو ⁦JSON⁩ بفعاليات ⁦schema.org⁩</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبدًا</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>كل ساعة</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>كل يوم</translation>
    </message>
    <message>
        <source>is only told</source>
        <translation>يُخبر به فقط</translation>
    </message>
    <message>
        <source>becomes a draft</source>
        <translation>يصير مسودة</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1، %2</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>كما سبق</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>أعطه اسمًا.</translation>
    </message>
    <message>
        <source>Choose an event that new ones are made like.</source>
        <translation>اختر فعالية تُصنع الجديدة على مثالها.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimeTable</name>
    <message>
        <source>What it is</source>
        <translation>ما هو</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>الفعالية</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>ما يتغير</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما عُثر عليه</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimeWords</name>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>الوصف</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>النوع</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>البدء</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>المدة</translation>
    </message>
    <message>
        <source>film</source>
        <translation>فيلم</translation>
    </message>
    <message>
        <source>concert</source>
        <translation>حفل موسيقي</translation>
    </message>
    <message>
        <source>play</source>
        <translation>مسرحية</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>رياضة</translation>
    </message>
    <message>
        <source>other</source>
        <translation>غير ذلك</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%Ln دقائق</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
            <numerusform>%Ln دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>New</source>
        <translation>جديد</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>متغير</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>يبقى كما هو</translation>
    </message>
    <message>
        <source>Gone there</source>
        <translation>اختفى هناك</translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation>حُذف هنا</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>بلا تغيير</translation>
    </message>
    <message>
        <source>Another description</source>
        <translation>وصف آخر</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>What changes, as it is, and as it will be</extracomment>
        <translation>%1: %2 ← %3</translation>
    </message>
    <message>
        <source>%1: changed there and here, stays</source>
        <translation>%1: تغير هناك وهنا، ويبقى</translation>
    </message>
    <message>
        <source>is deleted, or paused if seats are sold, held or blocked</source>
        <translation>يُحذف، أو يُوقف بيعه إن بيعت مقاعد أو احتُفظ بها أو حُجبت</translation>
    </message>
    <message>
        <source>has no name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>has no start</source>
        <translation>بلا بدء</translation>
    </message>
    <message>
        <source>the start cannot be read</source>
        <translation>تتعذر قراءة البدء</translation>
    </message>
    <message>
        <source>unknown time zone; read by the clock of the house</source>
        <translation>منطقة زمنية مجهولة؛ قُرئ بساعة الدار</translation>
    </message>
    <message>
        <source>the rule of its dates cannot be read; only the first is there</source>
        <translation>تتعذر قراءة قاعدة مواعيده؛ أولها وحده هنا</translation>
    </message>
    <message>
        <source>its dates go on for longer than two years; later ones are left out</source>
        <translation>تمتد مواعيده أكثر من سنتين؛ تُركت اللاحقة</translation>
    </message>
    <message>
        <source>the length cannot be read</source>
        <translation>تتعذر قراءة المدة</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>موجود مرتين</translation>
    </message>
    <message>
        <source>is more than can be read; from here on all is left out, and nothing counts as gone</source>
        <translation>أكثر مما يمكن قراءته؛ تُرك كل ما بعده، ولا يُعد شيء مختفيًا</translation>
    </message>
    <message>
        <source>is over already</source>
        <translation>مضى سلفًا</translation>
    </message>
    <message>
        <source>an event like this cannot be</source>
        <translation>لا تصح فعالية كهذه</translation>
    </message>
    <message>
        <source>is not understood</source>
        <translation>غير مفهوم</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>New: %1</source>
        <translation>جديد: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>متغير: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>باقٍ: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>مختفٍ: %1</translation>
    </message>
    <message>
        <source>Deleted here: %1</source>
        <translation>محذوف هنا: %1</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>بلا تغيير: %1</translation>
    </message>
    <message>
        <source>In other halls: %1</source>
        <translation>في قاعات أخرى: %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>مشكلات: %1</translation>
    </message>
    <message>
        <source>Nothing is there.</source>
        <translation>لا شيء هناك.</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>لم يُنظر فيه بعد</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>منشور: %1</translation>
    </message>
    <message>
        <source>New drafts: %1</source>
        <translation>مسودات جديدة: %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>محذوف: %1</translation>
    </message>
    <message>
        <source>Sales paused: %1</source>
        <translation>أُوقف بيعه: %1</translation>
    </message>
    <message>
        <source>There was nothing left to do.</source>
        <translation>لم يبق شيء يُعمل.</translation>
    </message>
    <message>
        <source>one of its dates cannot be read</source>
        <translation>أحد تواريخه غير مقروء</translation>
    </message>
    <message>
        <source>the source ends in the middle</source>
        <translation>ينقطع المصدر في منتصفه</translation>
    </message>
    <message>
        <source>is older than what is known of it; nothing is changed</source>
        <translation>أقدم مما هو معروف عنه؛ لا يتغير شيء</translation>
    </message>
    <message>
        <source>no showtime is there</source>
        <translation>لا يوجد أي عرض</translation>
    </message>
    <message>
        <source>Called off there</source>
        <translation>أُلغيت أو أُجلت هناك</translation>
    </message>
    <message>
        <source>is called off there, and was never here</source>
        <translation>أُلغيت أو أُجلت هناك ولم تكن هنا قط</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimesDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>ت&amp;حرير…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>إ&amp;زالة…</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>إ&amp;يقاف</translation>
    </message>
    <message>
        <source>P&amp;ublish new events at once</source>
        <translation>&amp;نشر الفعاليات الجديدة فورًا</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;أخذ</translation>
    </message>
    <message>
        <source>Showtimes from outside</source>
        <translation>مواعيد من الخارج</translation>
    </message>
    <message>
        <source>Calendars, tables and web pages of others become events. Looking changes nothing; what you changed here yourself stays.</source>
        <translation>تقاويم الآخرين وجداولهم وصفحاتهم تصير فعاليات. النظر لا يغير شيئًا؛ وما غيرته هنا بنفسك يبقى.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>المصادر</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>إ&amp;ضافة…</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>&amp;Look there</source>
        <translation>الن&amp;ظر هناك</translation>
    </message>
    <message>
        <source>Choose a fi&amp;le…</source>
        <translation>اختيار مل&amp;ف…</translation>
    </message>
    <message>
        <source>&amp;Take over (%1)</source>
        <translation>&amp;أخذ (%1)</translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation>تجري قراءة المصدر…</translation>
    </message>
    <message>
        <source>Add a source: a web address, or files that somebody sends you.</source>
        <translation>أضف مصدرًا: عنوان ويب، أو ملفات يرسلها إليك أحد.</translation>
    </message>
    <message>
        <source>Choose a source and look what it has.</source>
        <translation>اختر مصدرًا وانظر ما فيه.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>ولا غيرها</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%Ln أخرى</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
            <numerusform>و%Ln غيرها</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this source?</source>
        <translation>هل يُزال هذا المصدر؟</translation>
    </message>
    <message>
        <source>The events that came from %1 stay. Taken over anew, they would be new ones.</source>
        <translation>تبقى الفعاليات التي جاءت من %1. ولو أُخذت من جديد لكانت جديدة.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Choose a programme</source>
        <translation>اختيار برنامج</translation>
    </message>
    <message>
        <source>Programmes (*.ics *.csv *.tsv *.txt *.json *.jsonld *.html *.htm)</source>
        <translation>برامج (*.ics *.csv *.tsv *.txt *.json *.jsonld *.html *.htm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>كل الملفات (*)</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>تعذر فتح الملف: %1</translation>
    </message>
    <message>
        <source>Take events away?</source>
        <translation>هل تُزال فعاليات؟</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events that the source has no more are deleted; of those with seats sold, held or blocked only the sales are paused.</source>
        <translation>
            <numerusform>لا فعالية تُحذف.</numerusform>
            <numerusform>تُحذف فعالية واحدة لم تعد في المصدر؛ فإن بيعت لها مقاعد أو احتُفظ بها أو حُجبت أُوقف بيعها فقط.</numerusform>
            <numerusform>تُحذف فعاليتان لم تعودا في المصدر؛ وما بيعت له مقاعد أو احتُفظ بها أو حُجبت يُوقف بيعه فقط.</numerusform>
            <numerusform>تُحذف %Ln فعاليات لم تعد في المصدر؛ وما بيعت له مقاعد أو احتُفظ بها أو حُجبت يُوقف بيعه فقط.</numerusform>
            <numerusform>تُحذف %Ln فعالية لم تعد في المصدر؛ وما بيعت له مقاعد أو احتُفظ بها أو حُجبت يُوقف بيعه فقط.</numerusform>
            <numerusform>تُحذف %Ln فعالية لم تعد في المصدر؛ وما بيعت له مقاعد أو احتُفظ بها أو حُجبت يُوقف بيعه فقط.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>أخذ</translation>
    </message>
    <message>
        <source>The source was not read whole: nothing is shown as gone only because it is not there.</source>
        <translation>لم يُقرأ المصدر كاملًا: لا يُعدّ شيء ملغى لمجرد غيابه.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SignInScreen</name>
    <message>
        <source>How to come in</source>
        <translation>طريقة الدخول</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>إ&amp;بقاء تسجيل الدخول على هذا الجهاز</translation>
    </message>
    <message>
        <source>Welcome to Parterre</source>
        <translation>مرحبًا بك في Parterre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>زائر</translation>
    </message>
    <message>
        <source>Set-&amp;up code</source>
        <translation>&amp;رمز الإعداد</translation>
    </message>
    <message>
        <source>The server printed it when it started for the first time.</source>
        <translation>كتبه الخادم عند تشغيله أول مرة.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>ا&amp;سمك</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;عنوان البريد الإلكتروني</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;كلمة المرور</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>ات&amp;صال</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>ال&amp;خادم</translation>
    </message>
    <message>
        <source>Four words in a row are easy to remember and hard to guess.</source>
        <translation>أربع كلمات متتالية يسهل تذكرها ويصعب تخمينها.</translation>
    </message>
    <message>
        <source>This computer has no key store: you stay signed in until Parterre is closed.</source>
        <translation>لا يوجد في هذا الجهاز مخزن مفاتيح: يبقى تسجيل دخولك حتى إغلاق Parterre.</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>إنشاء الحساب</translation>
    </message>
    <message>
        <source>Continue as a guest</source>
        <translation>المتابعة بصفة زائر</translation>
    </message>
    <message>
        <source>Set up this server</source>
        <translation>إعداد هذا الخادم</translation>
    </message>
    <message>
        <source>Nobody has an account at this server yet. Whoever has the set-up code becomes its administrator.</source>
        <translation>لا يوجد حساب على هذا الخادم بعد. من لديه رمز الإعداد يصبح مسؤول النظام فيه.</translation>
    </message>
    <message>
        <source>A name is enough to hold and book seats. Your bookings stay with this visit.</source>
        <translation>يكفي الاسم للاحتفاظ بالمقاعد وحجزها. تبقى حجوزاتك مرتبطة بهذه الزيارة.</translation>
    </message>
    <message>
        <source>Enter the code the server printed.</source>
        <translation>أدخل الرمز الذي كتبه الخادم.</translation>
    </message>
    <message>
        <source>Enter the name the tickets are for.</source>
        <translation>أدخل الاسم الذي تصدر به التذاكر.</translation>
    </message>
    <message>
        <source>Enter an e-mail address such as ada@example.org.</source>
        <translation>أدخل عنوان بريد إلكتروني مثل ⁨ada@example.org⁩.</translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation>أدخل كلمة مرور.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>تم الاتصال.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>P&amp;hone (optional)</source>
        <translation>رقم ال&amp;هاتف (اختياري)</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TemplatePage</name>
    <message>
        <source>What does the house look like?</source>
        <translation>كيف تبدو القاعة؟</translation>
    </message>
    <message>
        <source>Houses to begin with</source>
        <translation>قاعات للبدء منها</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>لم يكتمل بعد</translation>
    </message>
    <message>
        <source>A plan without a name</source>
        <translation>مخطط بلا اسم</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>تابع الرسم</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>المسودات</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TicketDrawing</name>
    <message>
        <source>Booking %1</source>
        <translation>الحجز %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TicketList</name>
    <message>
        <source>Cancelled</source>
        <translation>ملغاة</translation>
    </message>
    <message>
        <source>Choose this ticket to cancel or exchange it</source>
        <translation>اختر هذه التذكرة لإلغائها أو استبدالها</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>مُستبدلة</translation>
    </message>
    <message>
        <source>Seat given free</source>
        <translation>حُرِّر المقعد</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TillDesk</name>
    <message>
        <source>Booking %1 was not printed. %2</source>
        <translation>لم يُطبع الحجز %1. %2</translation>
    </message>
    <message>
        <source>The drawer did not open. %1</source>
        <translation>لم ينفتح درج النقود. %1</translation>
    </message>
    <message>
        <source>Parterre</source>
        <translation>Parterre</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طبع تجريبي</translation>
    </message>
    <message>
        <source>The printer works</source>
        <translation>الطابعة تعمل</translation>
    </message>
    <message>
        <source>This is no ticket.</source>
        <translation>هذه ليست تذكرة.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::UndoDialog</name>
    <message>
        <source>Take back</source>
        <translation>إلغاء الدخول</translation>
    </message>
    <message>
        <source>Take %1 back?</source>
        <translation>هل تريد إلغاء دخول %1؟</translation>
    </message>
    <message>
        <source>The ticket lets somebody in again. Say why; it is kept.</source>
        <translation>تصلح التذكرة للدخول مرة أخرى. اذكر السبب؛ فهو يُحفظ.</translation>
    </message>
    <message>
        <source>Went out again</source>
        <translation>خرج ثانية</translation>
    </message>
    <message>
        <source>The wrong ticket was scanned</source>
        <translation>مُسحت تذكرة خطأ</translation>
    </message>
    <message>
        <source>A trial</source>
        <translation>تجربة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>parterre::ui::UnmatchedPanel</name>
    <message>
        <source>booking %1</source>
        <translation>الحجز %1</translation>
    </message>
    <message>
        <source>no booking of this house</source>
        <translation>لا حجز لهذه الدار</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>%1 at the payment service: %2</source>
        <translation>%1 لدى خدمة الدفع: %2</translation>
    </message>
    <message>
        <source>How it was settled otherwise</source>
        <translation>كيف سُوّيت بطريقة أخرى</translation>
    </message>
    <message>
        <source>Refund again</source>
        <translation>الرد مرة أخرى</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>سُوّيت</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>اذكر ما جرى.</translation>
    </message>
    <message>
        <source>Paid back at the payment service, not here. The booking is as it was: cancel its tickets, or say why they stay.</source>
        <translation>أُعيد المال لدى خدمة الدفع لا هنا. والحجز كما كان: ألغِ تذاكره، أو اذكر سبب بقائها.</translation>
    </message>
    <message>
        <source>The payer disputes this payment. Answer at the payment service; the tickets are valid meanwhile.</source>
        <translation>يعترض الدافع على هذه الدفعة. أجب لدى خدمة الدفع؛ والتذاكر صالحة في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Payments that somebody has to look at</source>
        <translation>دفعات ينبغي أن ينظر فيها أحد</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VenueForm</name>
    <message>
        <source>&amp;Time zone</source>
        <translation>ال&amp;منطقة الزمنية</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>As people are to read it: street and town.</source>
        <translation>كما ينبغي أن يقرأه الناس: الشارع والمدينة.</translation>
    </message>
    <message>
        <source>Time zones that match</source>
        <translation>المناطق الزمنية المطابقة</translation>
    </message>
    <message>
        <source>No time zone is called that. Type a large town near the house and choose from the list.</source>
        <translation>لا منطقة زمنية بهذا الاسم. اكتب مدينة كبيرة قرب الدار واختر من القائمة.</translation>
    </message>
    <message>
        <source>Type a large town near the house.</source>
        <translation>اكتب مدينة كبيرة قرب الدار.</translation>
    </message>
    <message>
        <source>It is %1 there now.</source>
        <translation>الساعة هناك الآن %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VenuesDialog</name>
    <message>
        <source>No address yet</source>
        <translation>لا عنوان بعد</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;حذف…</translation>
    </message>
    <message>
        <source>Houses</source>
        <translation>الدور</translation>
    </message>
    <message>
        <source>Where events are. Every plan belongs to a house, and events are shown by its clock.</source>
        <translation>حيث تقام الفعاليات. لكل مخطط دار، وتُعرض الفعاليات بتوقيتها.</translation>
    </message>
    <message>
        <source>Ne&amp;w house</source>
        <translation>دار &amp;جديدة</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>إ&amp;غلاق</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة…</translation>
    </message>
    <message>
        <source>%1 is saved. Draw or import its plan next.</source>
        <translation>حُفظت %1. ارسم مخططها أو استورده الآن.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>حُفظت %1.</translation>
    </message>
    <message>
        <source>The house is deleted.</source>
        <translation>حُذفت الدار.</translation>
    </message>
    <message>
        <source>Another house has this name already. Choose another.</source>
        <translation>لدار أخرى هذا الاسم. اختر غيره.</translation>
    </message>
    <message>
        <source>Somebody else has changed this house meanwhile. Choose it in the list to see it as it is now.</source>
        <translation>غيّر شخص آخر هذه الدار في هذه الأثناء. اخترها من القائمة لتراها كما هي الآن.</translation>
    </message>
    <message>
        <source>Delete the house</source>
        <translation>حذف الدار</translation>
    </message>
    <message>
        <source>A house that has plans cannot be deleted</source>
        <translation>لا يمكن حذف دار لها مخططات</translation>
    </message>
    <message>
        <source>Show the events of %1 by another clock?</source>
        <translation>عرض فعاليات %1 بتوقيت آخر؟</translation>
    </message>
    <message>
        <source>Events keep the moment they begin at: what is shown at %1 today is shown at %2 then. Tickets that are printed or sent already say the time they said. Where events are to begin at the same time by the new clock, change their start afterwards.</source>
        <translation>تحتفظ الفعاليات بلحظة بدئها: فما يُعرض اليوم في %1 يُعرض عندئذ في %2. والتذاكر المطبوعة أو المرسلة تذكر الوقت الذي ذكرته. وحيث ينبغي أن تبدأ الفعاليات في الوقت نفسه بالتوقيت الجديد، غيّر بدءها بعد ذلك.</translation>
    </message>
    <message>
        <source>Change the time zone</source>
        <translation>تغيير المنطقة الزمنية</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>حذف %1؟</translation>
    </message>
    <message>
        <source>It has no plan, so nothing was ever sold there.</source>
        <translation>ليس لها مخطط، فلم يُبع فيها شيء قط.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VersionsPane</name>
    <message>
        <source>Close the comparison</source>
        <translation>إغلاق المقارنة</translation>
    </message>
    <message>
        <source>Map of the later version</source>
        <translation>خريطة الإصدار الأحدث</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;بعد</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;قبل</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>أوجه الاختلاف</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>تجري المقارنة…</translation>
    </message>
    <message>
        <source>What would change of %1</source>
        <translation>ما الذي سيتغير في %1</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>إصدارات %1</translation>
    </message>
    <message>
        <source>Only one version so far</source>
        <translation>إصدار واحد فقط حتى الآن</translation>
    </message>
    <message>
        <source>Each time the plan is published there is one more, to be compared with those before.</source>
        <translation>مع كل نشر للمخطط يُضاف إصدار جديد يمكن مقارنته بما قبله.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>الإصدار %1، %2</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>لا اختلاف</translation>
    </message>
    <message>
        <source>Areas differ</source>
        <translation>المناطق مختلفة</translation>
    </message>
    <message>
        <source>1 seat differs</source>
        <translation>مقعد واحد مختلف</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats differ</source>
        <translation>
            <numerusform>لا مقاعد مختلفة</numerusform>
            <numerusform>مقعد واحد مختلف</numerusform>
            <numerusform>مقعدان مختلفان</numerusform>
            <numerusform>%Ln مقاعد مختلفة</numerusform>
            <numerusform>%Ln مقعدًا مختلفًا</numerusform>
            <numerusform>%Ln مقعد مختلف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 places before, %2 after</source>
        <translation>الأماكن قبلًا: %1، وبعدها: %2</translation>
    </message>
    <message>
        <source>Nothing that is sold differs</source>
        <translation>لا اختلاف في ما يُباع</translation>
    </message>
    <message>
        <source>Seats, areas, their names and their categories are the same. Drawings and captions may not be.</source>
        <translation>المقاعد والمناطق وأسماؤها وفئاتها متطابقة. وقد تختلف الرسوم والتسميات.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherCardDelegate</name>
    <message>
        <source>Issued on %1</source>
        <translation>صدرت في %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>منتهية</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>صالحة</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>القسيمة %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherChangeDialog</name>
    <message>
        <source>Block the voucher</source>
        <translation>إيقاف القسيمة</translation>
    </message>
    <message>
        <source>Let it pay again</source>
        <translation>السماح بالدفع بها من جديد</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>تصحيحها</translation>
    </message>
    <message>
        <source>Nothing is taken from it until it may pay again. What is paid back still reaches it.</source>
        <translation>لا يُؤخذ منها شيء حتى يُسمح بالدفع بها من جديد. وما يُرد إليها يصلها مع ذلك.</translation>
    </message>
    <message>
        <source>Whoever has its code may spend what is on it.</source>
        <translation>من عنده رمزها ينفق ما عليها.</translation>
    </message>
    <message>
        <source>Of what is left on it, or of its end. No money changes hands.</source>
        <translation>لما بقي عليها أو لانتهائها. لا مال ينتقل من يد إلى يد.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;السبب</translation>
    </message>
    <message>
        <source>Kept for the audit.</source>
        <translation>يُحفظ للمراجعة.</translation>
    </message>
    <message>
        <source>Voucher %1, %2</source>
        <translation>القسيمة %1، %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>ما يُعمل</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>إ&amp;ضافة</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>أ&amp;خذ</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>ال&amp;مبلغ</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>صالحة &amp;حتى</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>أدخل مبلغًا مثل %1.</translation>
    </message>
    <message>
        <source>No more than %1 is left on it.</source>
        <translation>لم يبق عليها أكثر من %1.</translation>
    </message>
    <message>
        <source>Enter an amount, or another end.</source>
        <translation>أدخل مبلغًا أو وقت انتهاء آخر.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>اذكر السبب.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherDetails</name>
    <message>
        <source>Issued</source>
        <translation>صدرت</translation>
    </message>
    <message>
        <source>Paid with it</source>
        <translation>دُفع بها</translation>
    </message>
    <message>
        <source>Paid back to it</source>
        <translation>رُدّ إليها</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>صُححت</translation>
    </message>
    <message>
        <source>No voucher chosen</source>
        <translation>لم تُختر قسيمة</translation>
    </message>
    <message>
        <source>Choose one to see what is left on it.</source>
        <translation>اختر واحدة لترى ما بقي عليها.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>عرض الأقدم</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>تصحيح…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>إيقاف…</translation>
    </message>
    <message>
        <source>Let it pay again…</source>
        <translation>السماح بالدفع بها من جديد…</translation>
    </message>
    <message>
        <source>Issued on %1</source>
        <translation>صدرت في %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>صالحة حتى %1</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>الحجز %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>موقوفة</translation>
    </message>
    <message>
        <source>May pay again</source>
        <translation>يجوز الدفع بها من جديد</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>موقوفة: %1</translation>
    </message>
    <message>
        <source>Only managers let a voucher pay again.</source>
        <translation>المديرون وحدهم يسمحون بالدفع بالقسيمة من جديد.</translation>
    </message>
    <message>
        <source>Only managers block a voucher, or correct it.</source>
        <translation>المديرون وحدهم يوقفون القسيمة أو يصححونها.</translation>
    </message>
    <message>
        <source>A change is being written down. One moment…</source>
        <translation>يُدوَّن تغيير الآن. لحظة…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherSaleDialog</name>
    <message>
        <source>Sell a voucher</source>
        <translation>بيع قسيمة</translation>
    </message>
    <message>
        <source>&amp;Worth</source>
        <translation>ال&amp;قيمة</translation>
    </message>
    <message>
        <source>0 for an empty one, which a refund goes to.</source>
        <translation>0 لقسيمة فارغة يذهب إليها رد.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>العملة</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>صالحة &amp;حتى</translation>
    </message>
    <message>
        <source>&amp;Note for the house</source>
        <translation>م&amp;لاحظة للدار</translation>
    </message>
    <message>
        <source>To find it again; it is not printed.</source>
        <translation>للعثور عليها؛ لا تُطبع.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>&amp;بيع</translation>
    </message>
    <message>
        <source>Voucher sold</source>
        <translation>بيعت القسيمة</translation>
    </message>
    <message>
        <source>Print it now, or write the code down: it is shown this once and not kept.</source>
        <translation>اطبعها الآن أو دوّن الرمز: يُعرض هذه المرة فقط ولا يُحفظ.</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>حفظ ⁦PD&amp;F⁩…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;طبع…</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>&amp;تم</translation>
    </message>
    <message>
        <source>Save the voucher as PDF</source>
        <translation>حفظ القسيمة كملف PDF</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>ملفات PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>القسيمة %1</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>أدخل مبلغًا مثل %1.</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the voucher was sold; please wait.</source>
        <translation>انقطع الاتصال. يجري التحقق هل بيعت القسيمة؛ انتظر من فضلك.</translation>
    </message>
    <message>
        <source>Selling…</source>
        <translation>يجري البيع…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherScreen</name>
    <message>
        <source>Search by code or note</source>
        <translation>بحث بالرمز أو الملاحظة</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>القسائم</translation>
    </message>
    <message>
        <source>&amp;Sell a voucher…</source>
        <translation>&amp;بيع قسيمة…</translation>
    </message>
    <message>
        <source>Voucher %1 is changed.</source>
        <translation>تغيرت القسيمة %1.</translation>
    </message>
    <message>
        <source>The vouchers could not be read</source>
        <translation>تعذرت قراءة القسائم</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>حاول مرة أخرى</translation>
    </message>
    <message>
        <source>Reading the vouchers…</source>
        <translation>تجري قراءة القسائم…</translation>
    </message>
    <message>
        <source>No voucher found</source>
        <translation>لم يُعثر على قسيمة</translation>
    </message>
    <message>
        <source>No voucher has this code, and no note contains these words.</source>
        <translation>لا قسيمة بهذا الرمز، ولا ملاحظة تحوي هذه الكلمات.</translation>
    </message>
    <message>
        <source>Show all vouchers</source>
        <translation>عرض كل القسائم</translation>
    </message>
    <message>
        <source>No vouchers yet</source>
        <translation>لا قسائم بعد</translation>
    </message>
    <message>
        <source>Vouchers that are sold or given away appear here.</source>
        <translation>تظهر هنا القسائم المباعة أو المهداة.</translation>
    </message>
    <message>
        <source>Sell a voucher</source>
        <translation>بيع قسيمة</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherWords</name>
    <message>
        <source>Voucher</source>
        <translation>قسيمة</translation>
    </message>
    <message>
        <source>Pays for tickets of this house. Whoever has the code may spend it: keep it like money.</source>
        <translation>تدفع ثمن تذاكر هذه الدار. من عنده الرمز ينفقها: احفظها كالمال.</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>صالحة حتى %1</translation>
    </message>
</context>
</TS>
