<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>DesignChecks</name>
    <message>
        <source>There is nothing to sell yet</source>
        <translation>Es gibt noch nichts zu verkaufen</translation>
    </message>
    <message>
        <source>There are too many places</source>
        <translation>Es sind zu viele Plätze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats are called %1</source>
        <translation>
            <numerusform>%Ln Platz heißt %1</numerusform>
            <numerusform>%Ln Plätze heißen %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Two areas are called %1</source>
        <translation>Zwei Flächen heißen %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats have no number</source>
        <translation>
            <numerusform>%Ln Platz hat keine Nummer</numerusform>
            <numerusform>%Ln Plätze haben keine Nummer</numerusform>
        </translation>
    </message>
    <message>
        <source>A table or an area has no name</source>
        <translation>Ein Tisch oder eine Fläche hat keinen Namen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats have no category</source>
        <translation>
            <numerusform>%Ln Platz hat keine Preiskategorie</numerusform>
            <numerusform>%Ln Plätze haben keine Preiskategorie</numerusform>
        </translation>
    </message>
    <message>
        <source>An area has no category</source>
        <translation>Eine Fläche hat keine Preiskategorie</translation>
    </message>
    <message>
        <source>Nobody fits into an area</source>
        <translation>In eine Fläche passt niemand</translation>
    </message>
    <message>
        <source>An area has no outline</source>
        <translation>Eine Fläche hat keinen Umriss</translation>
    </message>
    <message>
        <source>A row has no label</source>
        <translation>Eine Reihe hat keine Bezeichnung</translation>
    </message>
    <message>
        <source>Two seats overlap</source>
        <translation>Zwei Plätze überlappen sich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats stand beside the floor</source>
        <translation>
            <numerusform>%Ln Platz steht neben dem Boden</numerusform>
            <numerusform>%Ln Plätze stehen neben dem Boden</numerusform>
        </translation>
    </message>
    <message>
        <source>A companion&apos;s seat has no wheelchair place</source>
        <translation>Ein Begleitplatz gehört zu keinem Rollstuhlplatz</translation>
    </message>
    <message>
        <source>A companion sits far from the wheelchair place</source>
        <translation>Ein Begleitplatz liegt weit weg vom Rollstuhlplatz</translation>
    </message>
    <message>
        <source>A wheelchair place has no companion&apos;s seat</source>
        <translation>Ein Rollstuhlplatz hat keinen Begleitplatz</translation>
    </message>
    <message>
        <source>A gap in row %1 looks like a mistake</source>
        <translation>Eine Lücke in Reihe %1 sieht nach einem Versehen aus</translation>
    </message>
    <message>
        <source>Nobody knows what people look at</source>
        <translation>Niemand weiß, worauf man blickt</translation>
    </message>
    <message>
        <source>Draw rows, tables or an area.</source>
        <translation>Zeichnen Sie Reihen, Tische oder eine Fläche.</translation>
    </message>
    <message>
        <source>A plan has at most half a million places and a thousand areas.</source>
        <translation>Ein Saalplan hat höchstens eine halbe Million Plätze und tausend Flächen.</translation>
    </message>
    <message>
        <source>Give one of the rows another label, or its seats other numbers.</source>
        <translation>Geben Sie einer der Reihen eine andere Bezeichnung oder ihren Plätzen andere Nummern.</translation>
    </message>
    <message>
        <source>Number the seats, or give it a name.</source>
        <translation>Nummerieren Sie die Plätze oder vergeben Sie einen Namen.</translation>
    </message>
    <message>
        <source>Choose a category and paint them: it decides what they cost.</source>
        <translation>Wählen Sie eine Preiskategorie und färben Sie sie ein: davon hängt der Preis ab.</translation>
    </message>
    <message>
        <source>Say how many people may be in it.</source>
        <translation>Geben Sie an, wie viele Menschen hineindürfen.</translation>
    </message>
    <message>
        <source>Delete it and draw it anew.</source>
        <translation>Löschen Sie sie und zeichnen Sie sie neu.</translation>
    </message>
    <message>
        <source>People find their seat by it.</source>
        <translation>Daran findet man seinen Platz.</translation>
    </message>
    <message>
        <source>Move one of them, or make them smaller.</source>
        <translation>Verschieben Sie einen davon oder machen Sie sie kleiner.</translation>
    </message>
    <message>
        <source>Move them, or draw the floor of the section larger.</source>
        <translation>Verschieben Sie sie oder zeichnen Sie den Boden des Bereichs größer.</translation>
    </message>
    <message>
        <source>Select both seats and join them.</source>
        <translation>Wählen Sie beide Plätze aus und verbinden Sie sie.</translation>
    </message>
    <message>
        <source>They should sit side by side.</source>
        <translation>Sie sollten nebeneinander liegen.</translation>
    </message>
    <message>
        <source>Select it with a seat beside it and join them.</source>
        <translation>Wählen Sie ihn mit einem Platz daneben aus und verbinden Sie beide.</translation>
    </message>
    <message>
        <source>It is wider than between other seats, but no aisle.</source>
        <translation>Sie ist breiter als zwischen anderen Plätzen, aber kein Gang.</translation>
    </message>
    <message>
        <source>Set it with the tool: the best seats are found from there.</source>
        <translation>Setzen Sie ihn mit dem Werkzeug: Von dort aus werden die besten Plätze gefunden.</translation>
    </message>
</context>
<context>
    <name>DesignSteps</name>
    <message numerus="yes">
        <source>Delete %Ln objects</source>
        <translation>
            <numerusform>%Ln Objekt löschen</numerusform>
            <numerusform>%Ln Objekte löschen</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror upside down</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Change the section</source>
        <translation>Bereich ändern</translation>
    </message>
    <message>
        <source>Change the level</source>
        <translation>Ebene ändern</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Ganz nach vorn</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Ganz nach hinten</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>Eine Stufe nach vorn</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>Eine Stufe nach hinten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate along a line</source>
        <translation>Entlang einer Linie duplizieren</translation>
    </message>
    <message>
        <source>Rename the plan</source>
        <translation>Saalplan umbenennen</translation>
    </message>
    <message>
        <source>Move the focal point</source>
        <translation>Blickpunkt verschieben</translation>
    </message>
    <message>
        <source>Remove the focal point</source>
        <translation>Blickpunkt entfernen</translation>
    </message>
    <message>
        <source>Fit the size</source>
        <translation>Größe anpassen</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Preiskategorie hinzufügen</translation>
    </message>
    <message>
        <source>Change a category</source>
        <translation>Preiskategorie ändern</translation>
    </message>
    <message>
        <source>Remove a category</source>
        <translation>Preiskategorie entfernen</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Rename a section</source>
        <translation>Bereich umbenennen</translation>
    </message>
    <message>
        <source>Remove a section</source>
        <translation>Bereich entfernen</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Change a level</source>
        <translation>Ebene ändern</translation>
    </message>
    <message>
        <source>Remove a level</source>
        <translation>Ebene entfernen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Add a picture to trace</source>
        <translation>Bild zum Nachzeichnen hinzufügen</translation>
    </message>
    <message>
        <source>Change the picture</source>
        <translation>Bild ändern</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Ausrichten</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Verteilen</translation>
    </message>
    <message>
        <source>Space evenly</source>
        <translation>Gleiche Abstände</translation>
    </message>
    <message>
        <source>Number rows and seats</source>
        <translation>Reihen und Plätze nummerieren</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Change the category</source>
        <translation>Preiskategorie ändern</translation>
    </message>
    <message>
        <source>Change the seats&apos; attributes</source>
        <translation>Merkmale der Plätze ändern</translation>
    </message>
    <message>
        <source>Change the seats&apos; size</source>
        <translation>Größe der Plätze ändern</translation>
    </message>
    <message>
        <source>Take seats out</source>
        <translation>Plätze herausnehmen</translation>
    </message>
    <message>
        <source>Put seats back</source>
        <translation>Plätze wieder einsetzen</translation>
    </message>
    <message>
        <source>Change a seat&apos;s number</source>
        <translation>Platznummer ändern</translation>
    </message>
    <message>
        <source>Join a companion&apos;s seat</source>
        <translation>Begleitplatz verbinden</translation>
    </message>
</context>
<context>
    <name>DrawingTools</name>
    <message>
        <source>Draw a block</source>
        <translation>Block zeichnen</translation>
    </message>
    <message>
        <source>%1 rows × %2 seats</source>
        <translation>%1 Reihen × %2 Plätze</translation>
    </message>
    <message>
        <source>Place a table</source>
        <translation>Tisch aufstellen</translation>
    </message>
    <message>
        <source>Place a seat</source>
        <translation>Platz setzen</translation>
    </message>
    <message>
        <source>Draw the stage</source>
        <translation>Bühne zeichnen</translation>
    </message>
    <message>
        <source>Draw a shape</source>
        <translation>Form zeichnen</translation>
    </message>
    <message>
        <source>Draw an area</source>
        <translation>Fläche zeichnen</translation>
    </message>
    <message>
        <source>Draw a section&apos;s floor</source>
        <translation>Boden eines Bereichs zeichnen</translation>
    </message>
    <message>
        <source>Draw an aisle</source>
        <translation>Gang zeichnen</translation>
    </message>
    <message>
        <source>Draw a curved row</source>
        <translation>Geschwungene Reihe zeichnen</translation>
    </message>
    <message>
        <source>Write a text</source>
        <translation>Text schreiben</translation>
    </message>
    <message>
        <source>Place an icon</source>
        <translation>Zeichen setzen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehplätze</translation>
    </message>
    <message>
        <source>Standing %1</source>
        <translation>Stehplätze %1</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>less %1 %2</source>
        <translation>abzüglich %1 %2</translation>
    </message>
    <message>
        <source>fee %1</source>
        <translation>Gebühr %1</translation>
    </message>
    <message>
        <source>tax %1</source>
        <translation>Steuer %1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Booking fee</source>
        <translation>Buchungsgebühr</translation>
    </message>
    <message>
        <source>Cancellation fee</source>
        <translation>Stornogebühr</translation>
    </message>
    <message>
        <source>Tax contained: %1</source>
        <translation>Enthaltene Steuer: %1</translation>
    </message>
    <message>
        <source>plus %1 per booking</source>
        <translation>zuzüglich %1 je Buchung</translation>
    </message>
</context>
<context>
    <name>Properties</name>
    <message>
        <source>Nowhere</source>
        <translation>Nirgends</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Rechts</translation>
    </message>
    <message>
        <source>Both sides</source>
        <translation>Beide Seiten</translation>
    </message>
    <message>
        <source>Seat numbers</source>
        <translation>Platznummern</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>Odd left, even right</source>
        <translation>Ungerade links, gerade rechts</translation>
    </message>
    <message>
        <source>Odd right, even left</source>
        <translation>Ungerade rechts, gerade links</translation>
    </message>
    <message>
        <source>Style</source>
        <translation>Art</translation>
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
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Seat radius</source>
        <translation>Platzradius</translation>
    </message>
    <message>
        <source>Aisles before seats</source>
        <translation>Gänge vor Platz</translation>
    </message>
    <message>
        <source>Aisle width</source>
        <translation>Gangbreite</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Seats a row</source>
        <translation>Plätze je Reihe</translation>
    </message>
    <message>
        <source>Seat spacing</source>
        <translation>Platzabstand</translation>
    </message>
    <message>
        <source>Row spacing</source>
        <translation>Reihenabstand</translation>
    </message>
    <message>
        <source>Bend, degrees</source>
        <translation>Biegung, Grad</translation>
    </message>
    <message>
        <source>More seats each row</source>
        <translation>Mehr Plätze je Reihe</translation>
    </message>
    <message>
        <source>Row labels</source>
        <translation>Reihenbezeichnung</translation>
    </message>
    <message>
        <source>Never use</source>
        <translation>Nie verwenden</translation>
    </message>
    <message>
        <source>From the back</source>
        <translation>Von hinten</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>Sichtbar</translation>
    </message>
    <message>
        <source>Start anew at aisles</source>
        <translation>An Gängen neu beginnen</translation>
    </message>
    <message>
        <source>Curved row</source>
        <translation>Geschwungene Reihe</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Row of single seats</source>
        <translation>Reihe einzelner Plätze</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tisch</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Rund</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Sold as a whole</source>
        <translation>Wird im Ganzen verkauft</translation>
    </message>
    <message>
        <source>Chairs</source>
        <translation>Stühle</translation>
    </message>
    <message>
        <source>Chairs above</source>
        <translation>Stühle oben</translation>
    </message>
    <message>
        <source>Chairs right</source>
        <translation>Stühle rechts</translation>
    </message>
    <message>
        <source>Chairs below</source>
        <translation>Stühle unten</translation>
    </message>
    <message>
        <source>Chairs left</source>
        <translation>Stühle links</translation>
    </message>
    <message>
        <source>Gap to the chairs</source>
        <translation>Abstand zu den Stühlen</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Floor of a section</source>
        <translation>Boden eines Bereichs</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Edge</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Shows the section&apos;s name</source>
        <translation>Zeigt den Namen des Bereichs</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Radius across</source>
        <translation>Radius quer</translation>
    </message>
    <message>
        <source>Radius down</source>
        <translation>Radius hoch</translation>
    </message>
    <message>
        <source>Text colour</source>
        <translation>Textfarbe</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Stairs</source>
        <translation>Treppe</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufzug</translation>
    </message>
    <message>
        <source>Toilets</source>
        <translation>Toiletten</translation>
    </message>
    <message>
        <source>Wheelchair</source>
        <translation>Rollstuhl</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Cloakroom</source>
        <translation>Garderobe</translation>
    </message>
    <message>
        <source>First aid</source>
        <translation>Erste Hilfe</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Gang</translation>
    </message>
</context>
<context>
    <name>RowTool</name>
    <message>
        <source>Draw a row</source>
        <translation>Reihe zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats, %1 apart</source>
        <translation>
            <numerusform>%Ln Platz, Abstand %1</numerusform>
            <numerusform>%Ln Plätze, Abstand %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeatAttributes</name>
    <message>
        <source>Wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>Companion&apos;s seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Sichtbehinderung</translation>
    </message>
    <message>
        <source>At the aisle</source>
        <translation>Am Gang</translation>
    </message>
    <message>
        <source>Without steps</source>
        <translation>Ohne Stufen</translation>
    </message>
    <message>
        <source>House seat</source>
        <translation>Hausplatz</translation>
    </message>
</context>
<context>
    <name>SelectTool</name>
    <message>
        <source>Change the number of seats</source>
        <translation>Zahl der Plätze ändern</translation>
    </message>
    <message>
        <source>%1 rows × %2 seats</source>
        <translation>%1 Reihen × %2 Plätze</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Stalls</source>
        <translation>Parkett</translation>
    </message>
    <message>
        <source>Theatre</source>
        <translation>Theater</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>Premium</translation>
    </message>
    <message>
        <source>Balcony</source>
        <translation>Balkon</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>Logen</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Boxes left</source>
        <translation>Logen links</translation>
    </message>
    <message>
        <source>Boxes right</source>
        <translation>Logen rechts</translation>
    </message>
    <message>
        <source>Arena</source>
        <translation>Arena</translation>
    </message>
    <message>
        <source>Long side</source>
        <translation>Längsseite</translation>
    </message>
    <message>
        <source>Short side</source>
        <translation>Schmalseite</translation>
    </message>
    <message>
        <source>Corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Pitch</source>
        <translation>Spielfeld</translation>
    </message>
    <message>
        <source>South</source>
        <translation>Süd</translation>
    </message>
    <message>
        <source>North</source>
        <translation>Nord</translation>
    </message>
    <message>
        <source>West</source>
        <translation>West</translation>
    </message>
    <message>
        <source>East</source>
        <translation>Ost</translation>
    </message>
    <message>
        <source>South East</source>
        <translation>Südost</translation>
    </message>
    <message>
        <source>South West</source>
        <translation>Südwest</translation>
    </message>
    <message>
        <source>North West</source>
        <translation>Nordwest</translation>
    </message>
    <message>
        <source>North East</source>
        <translation>Nordost</translation>
    </message>
    <message>
        <source>Theatre in the round</source>
        <translation>Rundtheater</translation>
    </message>
    <message>
        <source>Near the stage</source>
        <translation>Nahe der Bühne</translation>
    </message>
    <message>
        <source>Farther back</source>
        <translation>Weiter hinten</translation>
    </message>
    <message>
        <source>Cinema</source>
        <translation>Kino</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Leinwand</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>Cabaret</source>
        <translation>Kabarett</translation>
    </message>
    <message>
        <source>Front tables</source>
        <translation>Vordere Tische</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tische</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehplätze</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Raum</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Standing at the bar</source>
        <translation>Stehplätze an der Bar</translation>
    </message>
    <message>
        <source>Classroom</source>
        <translation>Schulungsraum</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Wedding</source>
        <translation>Hochzeit</translation>
    </message>
    <message>
        <source>Guests</source>
        <translation>Gäste</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familie</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>Brauttisch</translation>
    </message>
    <message>
        <source>Dance floor</source>
        <translation>Tanzfläche</translation>
    </message>
    <message>
        <source>Empty plan</source>
        <translation>Leerer Saalplan</translation>
    </message>
    <message>
        <source>Theatre with a proscenium</source>
        <translation>Theater mit Guckkastenbühne</translation>
    </message>
    <message>
        <source>Cabaret with tables</source>
        <translation>Kabarett mit Tischen</translation>
    </message>
</context>
<context>
    <name>ToolPalette</name>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Select seats</source>
        <translation>Plätze auswählen</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Row on an arc</source>
        <translation>Reihe auf einem Bogen</translation>
    </message>
    <message>
        <source>Curved row</source>
        <translation>Geschwungene Reihe</translation>
    </message>
    <message>
        <source>Block of rows</source>
        <translation>Block aus Reihen</translation>
    </message>
    <message>
        <source>Single seat</source>
        <translation>Einzelner Platz</translation>
    </message>
    <message>
        <source>Round table</source>
        <translation>Runder Tisch</translation>
    </message>
    <message>
        <source>Rectangular table</source>
        <translation>Rechteckiger Tisch</translation>
    </message>
    <message>
        <source>Area without seats</source>
        <translation>Fläche ohne Sitze</translation>
    </message>
    <message>
        <source>Floor of a section</source>
        <translation>Boden eines Bereichs</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Vieleck</translation>
    </message>
    <message>
        <source>Aisle</source>
        <translation>Gang</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>What people look at</source>
        <translation>Worauf man blickt</translation>
    </message>
    <message>
        <source>Paint categories</source>
        <translation>Preiskategorien malen</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Click to select, drag to move. Shift adds, Ctrl drags a copy, Alt on empty ground draws freely round things.</source>
        <translation>Klicken wählt aus, Ziehen verschiebt. Umschalt nimmt dazu, Strg zieht eine Kopie, Alt umfährt auf freiem Grund.</translation>
    </message>
    <message>
        <source>Click seats or drag round them. A double click takes the whole row.</source>
        <translation>Klicken Sie Plätze an oder umfahren Sie sie. Ein Doppelklick nimmt die ganze Reihe.</translation>
    </message>
    <message>
        <source>Drag from the first seat to the last. Shift turns in steps.</source>
        <translation>Ziehen Sie vom ersten Platz zum letzten. Umschalt dreht in Schritten.</translation>
    </message>
    <message>
        <source>Drag from the first seat to the last, then bend with the pointer and click.</source>
        <translation>Ziehen Sie vom ersten Platz zum letzten, biegen Sie dann mit dem Zeiger und klicken Sie.</translation>
    </message>
    <message>
        <source>Click points of the row; a double click or Enter ends it.</source>
        <translation>Klicken Sie Punkte der Reihe an; ein Doppelklick oder die Eingabetaste beendet sie.</translation>
    </message>
    <message>
        <source>Click where it stands.</source>
        <translation>Klicken Sie dorthin, wo es stehen soll.</translation>
    </message>
    <message>
        <source>Click the corners; the first one, a double click or Enter closes the outline.</source>
        <translation>Klicken Sie die Ecken an; die erste, ein Doppelklick oder die Eingabetaste schließt den Umriss.</translation>
    </message>
    <message>
        <source>Click points of the aisle; a double click or Enter ends it.</source>
        <translation>Klicken Sie Punkte des Gangs an; ein Doppelklick oder die Eingabetaste beendet ihn.</translation>
    </message>
    <message>
        <source>Drag from corner to corner. Shift makes it even.</source>
        <translation>Ziehen Sie von Ecke zu Ecke. Umschalt macht es gleichmäßig.</translation>
    </message>
    <message>
        <source>Click what the audience looks at: the best seats are found from there.</source>
        <translation>Klicken Sie an, worauf das Publikum blickt: Von dort aus werden die besten Plätze gefunden.</translation>
    </message>
    <message>
        <source>Drag over seats to give them the chosen category. Ctrl paints whole rows, Shift whole objects.</source>
        <translation>Fahren Sie über Plätze, um ihnen die gewählte Preiskategorie zu geben. Strg malt ganze Reihen, Umschalt ganze Objekte.</translation>
    </message>
    <message>
        <source>Drag from point to point.</source>
        <translation>Ziehen Sie von Punkt zu Punkt.</translation>
    </message>
    <message>
        <source>Drag a rectangle: it fills with rows of seats. Ctrl+B makes a block by numbers.</source>
        <translation>Ziehen Sie ein Rechteck auf: Es füllt sich mit Sitzreihen. Strg+B legt einen Block nach Zahlen an.</translation>
    </message>
</context>
<context>
    <name>parterre::AccessibleNames</name>
    <message>
        <source>%1 euro</source>
        <translation>%1 Euro</translation>
    </message>
    <message>
        <source>%1 pounds</source>
        <translation>%1 Pfund</translation>
    </message>
    <message>
        <source>%1 US dollars</source>
        <translation>%1 US-Dollar</translation>
    </message>
    <message>
        <source>%1 Swiss francs</source>
        <translation>%1 Schweizer Franken</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>two prices</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seat(s) free. Arrow keys walk from seat to seat, Enter takes or gives back.</source>
        <translation>
            <numerusform>%Ln Platz frei. Die Pfeiltasten führen von Platz zu Platz, die Eingabetaste merkt vor oder gibt zurück.</numerusform>
            <numerusform>%Ln Plätze frei. Die Pfeiltasten führen von Platz zu Platz, die Eingabetaste merkt vor oder gibt zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3 free</source>
        <comment>section</comment>
        <translation>%1, %2 von %3 frei</translation>
    </message>
    <message>
        <source>Row without a name, %1 of %2 free</source>
        <translation>Reihe ohne Namen, %1 von %2 frei</translation>
    </message>
    <message>
        <source>Row %1, %2 of %3 free</source>
        <translation>Reihe %1, %2 von %3 frei</translation>
    </message>
    <message>
        <source>%1 seat %2</source>
        <translation>%1 Platz %2</translation>
    </message>
    <message>
        <source>%1 row %2 seat %3</source>
        <translation>%1 Reihe %2 Platz %3</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Table %1, %2 of %3 free</source>
        <translation>Tisch %1, %2 von %3 frei</translation>
    </message>
    <message>
        <source>sold whole</source>
        <translation>nur als ganzer Tisch</translation>
    </message>
    <message>
        <source>%1 table %2 seat %3</source>
        <translation>%1 Tisch %2 Platz %3</translation>
    </message>
    <message>
        <source>%1, %2 of %3 free</source>
        <comment>area</comment>
        <translation>%1, %2 von %3 frei</translation>
    </message>
    <message numerus="yes">
        <source>%n yours</source>
        <translation>
            <numerusform>%Ln für Sie vorgemerkt</numerusform>
            <numerusform>%Ln für Sie vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>Table %1, %2 of %3 in</source>
        <translation>Tisch %1, %2 von %3 da</translation>
    </message>
    <message>
        <source>Row without a name, %1 of %2 in</source>
        <translation>Reihe ohne Namen, %1 von %2 da</translation>
    </message>
    <message>
        <source>Row %1, %2 of %3 in</source>
        <translation>Reihe %1, %2 von %3 da</translation>
    </message>
    <message numerus="yes">
        <source>%n people in. Arrow keys walk from seat to seat.</source>
        <translation>
            <numerusform>%n Person da. Die Pfeiltasten gehen von Platz zu Platz.</numerusform>
            <numerusform>%n Personen da. Die Pfeiltasten gehen von Platz zu Platz.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 of %3 in</source>
        <comment>section</comment>
        <translation>%1, %2 von %3 da</translation>
    </message>
    <message>
        <source>%1, %2 of %3 in</source>
        <comment>area</comment>
        <translation>%1, %2 von %3 da</translation>
    </message>
</context>
<context>
    <name>parterre::DesignView</name>
    <message>
        <source>Drawing of the plan</source>
        <translation>Zeichnung des Saalplans</translation>
    </message>
</context>
<context>
    <name>parterre::PlaceMarkLegend</name>
    <message>
        <source>gone, where it was</source>
        <translation>weg, wo er war</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>moved, from the dot</source>
        <translation>verschoben, vom Punkt her</translation>
    </message>
    <message>
        <source>changed where it is</source>
        <translation>geändert, am selben Ort</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>parterre::RefundFile</name>
    <message>
        <source>Booking</source>
        <translation>Buchung</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kundschaft</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Bezahlt durch</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Paid out at</source>
        <translation>Ausgezahlt am</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
</context>
<context>
    <name>parterre::SeatDescription</name>
    <message>
        <source>yours until %1</source>
        <translation>bis %1 für Sie vorgemerkt</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>companion of %1</source>
        <translation>Begleitplatz zu %1</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>step-free</source>
        <translation>stufenlos erreichbar</translation>
    </message>
    <message>
        <source>on the aisle</source>
        <translation>am Gang</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>für Sie vorgemerkt</translation>
    </message>
    <message>
        <source>held by someone else</source>
        <translation>für andere vorgemerkt</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>not for sale</source>
        <translation>nicht im Verkauf</translation>
    </message>
    <message>
        <source>asking the box office …</source>
        <translation>wird angefragt …</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>held by someone else until %1</source>
        <translation>bis %1 für andere vorgemerkt</translation>
    </message>
    <message>
        <source>held by %1 until %2</source>
        <translation>bis %2 für %1 vorgemerkt</translation>
    </message>
    <message>
        <source>Table %1</source>
        <translation>Tisch %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seats, sold together</source>
        <translation>
            <numerusform>%Ln Platz, nur als ganzer Tisch</numerusform>
            <numerusform>%Ln Plätze, nur zusammen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message numerus="yes">
        <source>%n of them yours</source>
        <translation>
            <numerusform>%Ln davon für Sie vorgemerkt</numerusform>
            <numerusform>%Ln davon für Sie vorgemerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, until %3</source>
        <translation>%1: %2, bis %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 in</source>
        <translation>%1 von %2 da</translation>
    </message>
    <message numerus="yes">
        <source>%n held back</source>
        <translation>
            <numerusform>%n zurückgehalten</numerusform>
            <numerusform>%n zurückgehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>in</source>
        <translation>da</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>sold, not in yet</source>
        <translation>verkauft, noch nicht da</translation>
    </message>
</context>
<context>
    <name>parterre::SeatLegend</name>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
</context>
<context>
    <name>parterre::SeatMinimap</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
</context>
<context>
    <name>parterre::ShapesItem</name>
    <message>
        <source>Stage</source>
        <translation>Bühne</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AdmissionList</name>
    <message>
        <source>Taken back: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Take back %1</source>
        <translation>%1 zurücknehmen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AreaPopover</name>
    <message>
        <source>How &amp;many?</source>
        <translation>&amp;Wie viele?</translation>
    </message>
    <message>
        <source>Back to the map</source>
        <translation>Zurück zum Saalplan</translation>
    </message>
    <message>
        <source>How many places</source>
        <translation>Anzahl der Plätze</translation>
    </message>
    <message>
        <source>&amp;Give all back</source>
        <translation>Alle &amp;zurückgeben</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Give %n back</source>
        <translation>
            <numerusform>%Ln &amp;zurückgeben</numerusform>
            <numerusform>%Ln &amp;zurückgeben</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Hold 1 place</source>
        <translation>1 Platz &amp;vormerken</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hold %n places</source>
        <translation>
            <numerusform>%Ln Platz &amp;vormerken</numerusform>
            <numerusform>%Ln Plätze &amp;vormerken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Hold %n more</source>
        <translation>
            <numerusform>%Ln weiteren &amp;vormerken</numerusform>
            <numerusform>%Ln weitere &amp;vormerken</numerusform>
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
            <numerusform>noch %n erwartet</numerusform>
            <numerusform>noch %n erwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n free</source>
        <translation>
            <numerusform>%n frei</numerusform>
            <numerusform>%n frei</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 in, %4 free</source>
        <translation>%1: %2 von %3 da, %4 frei</translation>
    </message>
</context>
<context>
    <name>parterre::ui::AskForm</name>
    <message>
        <source>On the map</source>
        <translation>Im Saalplan</translation>
    </message>
    <message>
        <source>Ask &amp;before seats are held</source>
        <translation>&amp;Fragen, bevor Plätze gehalten werden</translation>
    </message>
    <message>
        <source>Ask before seats are &amp;given back</source>
        <translation>Fragen, bevor Plätze &amp;zurückgegeben werden</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockDialog</name>
    <message>
        <source>Block by numbers</source>
        <translation>Block nach Zahlen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the block</source>
        <translation>Block einfügen</translation>
    </message>
    <message>
        <source>Draw a block</source>
        <translation>Block zeichnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockSeatsDialog</name>
    <message>
        <source>What becomes of them</source>
        <translation>Was aus ihnen wird</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Block seats</source>
        <translation>Plätze sperren</translation>
    </message>
    <message>
        <source>Block places</source>
        <translation>Plätze sperren</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>%1 sperren</translation>
    </message>
    <message>
        <source>H&amp;old back, for staff to sell</source>
        <translation>&amp;Zurückhalten, für das Personal zum Verkauf</translation>
    </message>
    <message>
        <source>&amp;Kill: nobody sells them</source>
        <translation>&amp;Sperren: niemand verkauft sie</translation>
    </message>
    <message>
        <source>House seats</source>
        <translation>Hausplätze</translation>
    </message>
    <message>
        <source>Press</source>
        <translation>Presse</translation>
    </message>
    <message>
        <source>Camera position</source>
        <translation>Kameraposition</translation>
    </message>
    <message>
        <source>Restricted view</source>
        <translation>Eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>&amp;Reason, for staff</source>
        <translation>&amp;Grund, für das Personal</translation>
    </message>
    <message numerus="yes">
        <source>%Ln free</source>
        <translation>
            <numerusform>%Ln frei</numerusform>
            <numerusform>%Ln frei</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlockWords</name>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Killed</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 Platz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>until somebody releases it</source>
        <translation>bis jemand sie freigibt</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>until %1, if somebody confirms it</source>
        <translation>bis %1, wenn jemand es bestätigt</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BlocksPanel</name>
    <message>
        <source>&amp;Choose seats</source>
        <translation>Plätze &amp;wählen</translation>
    </message>
    <message>
        <source>Bl&amp;ock…</source>
        <translation>&amp;Sperren…</translation>
    </message>
    <message>
        <source>Show on the &amp;map</source>
        <translation>Auf dem &amp;Plan zeigen</translation>
    </message>
    <message>
        <source>&amp;Release…</source>
        <translation>&amp;Freigeben…</translation>
    </message>
    <message>
        <source>Blocked seats</source>
        <translation>Gesperrte Plätze</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Blocks</source>
        <translation>Sperrungen</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>The seats are on sale again.</source>
        <translation>Die Plätze sind wieder im Verkauf.</translation>
    </message>
    <message>
        <source>How many places of %1 are blocked is said with “Block…”.</source>
        <translation>Wie viele Plätze von %1 gesperrt sind, wird mit „Sperren…“ gesagt.</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>%1. By %2.</source>
        <translation>%1. Von %2.</translation>
    </message>
    <message>
        <source>The blocks could not be read</source>
        <translation>Die Sperrungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Nothing is blocked</source>
        <translation>Nichts ist gesperrt</translation>
    </message>
    <message>
        <source>Choose free seats on the map to hold them back, or to kill them.</source>
        <translation>Wählen Sie freie Plätze auf dem Plan, um sie zurückzuhalten oder zu sperren.</translation>
    </message>
    <message>
        <source>No seat is chosen yet.</source>
        <translation>Noch ist kein Platz gewählt.</translation>
    </message>
    <message>
        <source>Release these seats?</source>
        <translation>Diese Plätze freigeben?</translation>
    </message>
    <message>
        <source>%1, %2: everybody may have them then.</source>
        <translation>%1, %2: dann kann sie jeder haben.</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Seat %1 is not blocked. Release those that are chosen first, or choose them no more.</source>
        <translation>Platz %1 ist nicht gesperrt. Geben Sie zuerst die gewählten frei, oder wählen Sie sie ab.</translation>
    </message>
    <message>
        <source>Seat %1 is blocked already. Block those that are chosen first, or choose them no more.</source>
        <translation>Platz %1 ist schon gesperrt. Sperren Sie zuerst die gewählten, oder wählen Sie sie ab.</translation>
    </message>
    <message>
        <source>Seat %1 is taken. Free seats can be blocked, and blocked ones released.</source>
        <translation>Platz %1 ist vergeben. Freie Plätze lassen sich sperren, gesperrte freigeben.</translation>
    </message>
    <message>
        <source>Press “Choose seats”, then free seats on the map to block them, or blocked ones to release them.</source>
        <translation>Drücken Sie „Plätze wählen“, dann auf dem Plan freie Plätze, um sie zu sperren, oder gesperrte, um sie freizugeben.</translation>
    </message>
    <message>
        <source>Chosen to be released: %1</source>
        <translation>Zum Freigeben gewählt: %1</translation>
    </message>
    <message>
        <source>Chosen to be blocked: %1</source>
        <translation>Zum Sperren gewählt: %1</translation>
    </message>
    <message>
        <source>%1: everybody may have them then.</source>
        <translation>%1: Dann kann sie jeder haben.</translation>
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
        <translation>&amp;Fertig</translation>
    </message>
    <message>
        <source>Booking reference</source>
        <translation>Buchungsnummer</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingCardDelegate</name>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und ein weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingDetails</name>
    <message>
        <source>No booking chosen</source>
        <translation>Keine Buchung ausgewählt</translation>
    </message>
    <message>
        <source>Choose one from the list to see its tickets and payments.</source>
        <translation>Wählen Sie eine aus der Liste, um Karten und Zahlungen zu sehen.</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>&amp;Cancel this booking…</source>
        <translation>Buchung &amp;stornieren …</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Booked by %1 on %2</source>
        <translation>Gebucht von %1 am %2</translation>
    </message>
    <message>
        <source>received %1, change %2</source>
        <translation>erhalten %1, Rückgeld %2</translation>
    </message>
    <message>
        <source>&amp;Cancel 1 ticket…</source>
        <translation>1 Karte &amp;stornieren…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n tickets…</source>
        <translation>
            <numerusform>%n Karte &amp;stornieren…</numerusform>
            <numerusform>%n Karten &amp;stornieren…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Exchange…</source>
        <translation>&amp;Tauschen…</translation>
    </message>
    <message>
        <source>&amp;Exchange 1 ticket…</source>
        <translation>1 Karte &amp;tauschen…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Exchange %n tickets…</source>
        <translation>
            <numerusform>%n Karte &amp;tauschen…</numerusform>
            <numerusform>%n Karten &amp;tauschen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Pay &amp;out %1…</source>
        <translation>%1 aus&amp;zahlen…</translation>
    </message>
    <message>
        <source>%1 was cancelled: %2</source>
        <translation>%1 wurde abgesagt: %2</translation>
    </message>
    <message>
        <source>%1 is owed to the customer.</source>
        <translation>%1 stehen noch zur Auszahlung aus.</translation>
    </message>
    <message>
        <source>You get %1 back. Ask at the box office.</source>
        <translation>Sie erhalten %1 zurück. Bitte fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>Owed, not paid back yet</source>
        <translation>Offen, noch nicht zurückgezahlt</translation>
    </message>
    <message>
        <source>&amp;Take the payment…</source>
        <translation>&amp;Zahlung annehmen…</translation>
    </message>
    <message>
        <source>Change the &amp;date…</source>
        <translation>&amp;Datum ändern…</translation>
    </message>
    <message>
        <source>Re&amp;lease…</source>
        <translation>F&amp;reigeben…</translation>
    </message>
    <message>
        <source>Re&amp;lease 1 seat…</source>
        <translation>1 Platz f&amp;reigeben…</translation>
    </message>
    <message numerus="yes">
        <source>Re&amp;lease %n seats…</source>
        <translation>
            <numerusform>%n Platz f&amp;reigeben…</numerusform>
            <numerusform>%n Plätze f&amp;reigeben…</numerusform>
        </translation>
    </message>
    <message>
        <source>Reserved until %1, and not paid yet. Then its seats fall free.</source>
        <translation>Reserviert bis %1 und noch nicht bezahlt. Dann werden die Plätze frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay at the box office by then, or its seats fall free.</source>
        <translation>Für Sie reserviert bis %1. Zahlen Sie bis dahin an der Kasse, sonst werden die Plätze frei.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2, given back</source>
        <translation>%1: %2, zurückgegeben</translation>
    </message>
    <message>
        <source>Cancelling all of it would cost %1.</source>
        <translation>Alles zu stornieren würde %1 kosten.</translation>
    </message>
    <message>
        <source>Change the contact</source>
        <translation>Kontakt ändern</translation>
    </message>
    <message>
        <source>Reserved until %1, and not paid yet. Then its seat falls free.</source>
        <translation>Reserviert bis %1 und noch nicht bezahlt. Danach wird der Platz frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay at the box office by then, or its seat falls free.</source>
        <translation>Für Sie reserviert bis %1. Bezahlen Sie bis dahin an der Kasse, sonst wird der Platz frei.</translation>
    </message>
    <message>
        <source>Pay &amp;online…</source>
        <translation>&amp;Online bezahlen …</translation>
    </message>
    <message>
        <source>&amp;Go on paying…</source>
        <translation>&amp;Weiter bezahlen …</translation>
    </message>
    <message>
        <source>Gi&amp;ve up paying…</source>
        <translation>Zahlung a&amp;ufgeben …</translation>
    </message>
    <message>
        <source>Reserved until %1, and being paid online. Then its seat falls free.</source>
        <translation>Reserviert bis %1, wird gerade online bezahlt. Danach wird der Platz frei.</translation>
    </message>
    <message>
        <source>Reserved until %1, and being paid online. Then its seats fall free.</source>
        <translation>Reserviert bis %1, wird gerade online bezahlt. Danach werden die Plätze frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. You have begun to pay online: go on by then, or its seat falls free.</source>
        <translation>Für Sie reserviert bis %1. Sie haben begonnen, online zu bezahlen: Machen Sie bis dahin weiter, sonst wird der Platz frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. You have begun to pay online: go on by then, or its seats fall free.</source>
        <translation>Für Sie reserviert bis %1. Sie haben begonnen, online zu bezahlen: Machen Sie bis dahin weiter, sonst werden die Plätze frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay online or at the box office by then, or its seat falls free.</source>
        <translation>Für Sie reserviert bis %1. Bezahlen Sie bis dahin online oder an der Kasse, sonst wird der Platz frei.</translation>
    </message>
    <message>
        <source>Reserved for you until %1. Pay online or at the box office by then, or its seats fall free.</source>
        <translation>Für Sie reserviert bis %1. Bezahlen Sie bis dahin online oder an der Kasse, sonst werden die Plätze frei.</translation>
    </message>
    <message>
        <source>%1 arrived when this booking was another one, or over, and is on its way back.</source>
        <translation>%1 kamen an, als diese Buchung eine andere oder beendet war, und sind auf dem Rückweg.</translation>
    </message>
    <message>
        <source>%1 arrived after the seats were gone and is on its way back.</source>
        <translation>%1 kamen an, als die Plätze schon vergeben waren, und sind auf dem Rückweg.</translation>
    </message>
    <message>
        <source>%1 arrived when this booking was another one, or over, and went back the way it came.</source>
        <translation>%1 kamen an, als diese Buchung eine andere oder beendet war, und gingen auf demselben Weg zurück.</translation>
    </message>
    <message>
        <source>%1 arrived after the seats were gone and went back the way it came.</source>
        <translation>%1 kamen an, als die Plätze schon vergeben waren, und gingen auf demselben Weg zurück.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. A manager has to settle it.</source>
        <translation>%1 kamen an und konnten nicht gebucht werden. Die Leitung muss das klären.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. Ask the house for help and name the reference of this booking.</source>
        <translation>%1 kamen an und konnten nicht gebucht werden. Bitten Sie das Haus um Hilfe und nennen Sie die Buchungsnummer.</translation>
    </message>
    <message>
        <source>%1 arrived and could not be booked. The house has settled it.</source>
        <translation>%1 kamen an und konnten nicht gebucht werden. Das Haus hat es geklärt.</translation>
    </message>
    <message>
        <source>Nothing was paid for it.</source>
        <translation>Dafür wurde nichts bezahlt.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingOnline</name>
    <message>
        <source>The connection broke. Checking whether the payment was begun; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob die Zahlung begonnen wurde; bitte warten.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Give up paying booking %1 online?</source>
        <translation>Die Online-Zahlung der Buchung %1 aufgeben?</translation>
    </message>
    <message>
        <source>Its seats are on sale again at once. If it was paid a moment ago, it stays paid.</source>
        <translation>Ihre Plätze sind sofort wieder im Verkauf. Wurde sie eben bezahlt, bleibt sie bezahlt.</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Go on paying</source>
        <translation>Weiter bezahlen</translation>
    </message>
    <message>
        <source>It stays reserved, and can be paid otherwise. If it was paid a moment ago, it stays paid.</source>
        <translation>Sie bleibt reserviert und kann anders bezahlt werden. Wurde sie eben bezahlt, bleibt sie bezahlt.</translation>
    </message>
    <message>
        <source>Booking %1 was paid before it was given up. It is confirmed.</source>
        <translation>Buchung %1 war bezahlt, bevor sie aufgegeben wurde. Sie ist bestätigt.</translation>
    </message>
    <message>
        <source>Booking %1 is not paid online any more. It stays reserved.</source>
        <translation>Buchung %1 wird nicht mehr online bezahlt. Sie bleibt reserviert.</translation>
    </message>
    <message>
        <source>Seats of reservation %1 are free again.</source>
        <translation>Die Plätze der Reservierung %1 sind wieder frei.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingPeople</name>
    <message>
        <source>Booking %1 is for %2 now.</source>
        <translation>Buchung %1 ist jetzt für %2.</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether it was written down; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob es gespeichert wurde; bitte warten.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>It is too late to change this booking here. Ask at the box office.</source>
        <translation>Diese Buchung lässt sich hier nicht mehr ändern. Fragen Sie an der Kasse.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BookingsScreen</name>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Booking %1 is cancelled; its seats are free again.</source>
        <translation>Buchung %1 ist storniert; die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>The bookings could not be read</source>
        <translation>Die Buchungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No bookings yet</source>
        <translation>Noch keine Buchungen</translation>
    </message>
    <message>
        <source>What you book appears here, with its tickets and payments.</source>
        <translation>Was Sie buchen, erscheint hier mit Karten und Zahlungen.</translation>
    </message>
    <message>
        <source>Look at the events</source>
        <translation>Veranstaltungen ansehen</translation>
    </message>
    <message>
        <source>No booking found</source>
        <translation>Keine Buchung gefunden</translation>
    </message>
    <message>
        <source>No name, reference, ticket number or seat contains these words.</source>
        <translation>Kein Name, keine Buchungs- oder Kartennummer und kein Platz enthält diese Wörter.</translation>
    </message>
    <message>
        <source>Show all bookings</source>
        <translation>Alle Buchungen zeigen</translation>
    </message>
    <message>
        <source>Cancel booking %1?</source>
        <translation>Buchung %1 stornieren?</translation>
    </message>
    <message>
        <source>All its tickets become void, the money is paid back, and the seats are on sale again at once. This cannot be undone.</source>
        <translation>Alle Karten dieser Buchung werden ungültig, das Geld wird erstattet, und die Plätze sind sofort wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel the booking</source>
        <translation>Buchung stornieren</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Buchung behalten</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the booking was cancelled; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob die Buchung storniert wurde; bitte warten Sie.</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird storniert …</translation>
    </message>
    <message>
        <source>Reading the booking…</source>
        <translation>Buchung wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel 1 ticket of booking %1?</source>
        <translation>1 Karte der Buchung %1 stornieren?</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n tickets of booking %1?</source>
        <translation>
            <numerusform>%n Karte der Buchung %1 stornieren?</numerusform>
            <numerusform>%n Karten der Buchung %1 stornieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: void at once, %2 is paid back, and the seats are on sale again. This cannot be undone.</source>
        <translation>%1: sofort ungültig, %2 werden zurückgezahlt, und die Plätze sind wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel the tickets</source>
        <translation>Karten stornieren</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Ticket %1 has a new code. Print it now; older prints are void.</source>
        <translation>Karte %1 hat einen neuen Code. Drucken Sie sie jetzt; ältere Ausdrucke sind ungültig.</translation>
    </message>
    <message>
        <source>Give ticket %1 a new code?</source>
        <translation>Karte %1 einen neuen Code geben?</translation>
    </message>
    <message>
        <source>For a ticket that was lost or stolen. Whoever comes with a print from before is not let in.</source>
        <translation>Für eine Karte, die verloren oder gestohlen wurde. Wer mit einem früheren Ausdruck kommt, wird nicht eingelassen.</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Neuer Code</translation>
    </message>
    <message>
        <source>Paid out to %1, booking %2.</source>
        <translation>An %1 ausgezahlt, Buchung %2.</translation>
    </message>
    <message>
        <source>Pay out %1?</source>
        <translation>%1 auszahlen?</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether it was written down; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob die Auszahlung festgehalten wurde; bitte warten.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Booking %1, because %2 was cancelled. It is written down as paid out.</source>
        <translation>Buchung %1, weil %2 abgesagt wurde. Sie wird als ausgezahlt vermerkt.</translation>
    </message>
    <message>
        <source>Which bookings</source>
        <translation>Welche Buchungen</translation>
    </message>
    <message>
        <source>&amp;All bookings</source>
        <translation>&amp;Alle Buchungen</translation>
    </message>
    <message>
        <source>Reservat&amp;ions</source>
        <translation>Reser&amp;vierungen</translation>
    </message>
    <message>
        <source>Release reservation %1?</source>
        <translation>Reservierung %1 freigeben?</translation>
    </message>
    <message>
        <source>Its seats are on sale again at once. Nothing was paid for them.</source>
        <translation>Ihre Plätze sind sofort wieder im Verkauf. Für sie wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>Release the seats</source>
        <translation>Plätze freigeben</translation>
    </message>
    <message>
        <source>%1: on sale again at once. Nothing was paid for them.</source>
        <translation>%1: sofort wieder im Verkauf. Dafür wurde nichts bezahlt.</translation>
    </message>
    <message>
        <source>A cancellation fee of %1 stays with the house.</source>
        <translation>Eine Stornogebühr von %1 bleibt beim Haus.</translation>
    </message>
    <message>
        <source>Booking %1 is paid. Its tickets can be printed now.</source>
        <translation>Buchung %1 ist bezahlt. Ihre Karten können jetzt gedruckt werden.</translation>
    </message>
    <message>
        <source>Booking %1 has another date.</source>
        <translation>Buchung %1 hat ein anderes Datum.</translation>
    </message>
    <message>
        <source>Search by name, phone, reference or seat</source>
        <translation>Nach Name, Telefon, Buchungsnummer oder Platz suchen</translation>
    </message>
    <message>
        <source>Its ticket becomes void, the money is paid back, and the seat is on sale again at once. This cannot be undone.</source>
        <translation>Ihre Karte wird ungültig, das Geld wird zurückgezahlt, und der Platz ist sofort wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>%1: void at once, %2 is paid back, and the seat is on sale again. This cannot be undone.</source>
        <translation>%1: sofort ungültig, %2 wird zurückgezahlt, und der Platz ist wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel the ticket</source>
        <translation>Karte stornieren</translation>
    </message>
    <message>
        <source>Its seat is on sale again at once. Nothing was paid for it.</source>
        <translation>Ihr Platz ist sofort wieder im Verkauf. Bezahlt war nichts.</translation>
    </message>
    <message>
        <source>%1: on sale again at once. Nothing was paid for it.</source>
        <translation>%1: sofort wieder im Verkauf. Bezahlt war nichts.</translation>
    </message>
    <message>
        <source>Release the seat</source>
        <translation>Platz freigeben</translation>
    </message>
    <message>
        <source>1 seat of reservation %1 is free again.</source>
        <translation>1 Platz der Reservierung %1 ist wieder frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats of reservation %1 are free again.</source>
        <translation>
            <numerusform>%n Platz der Reservierung %1 ist wieder frei.</numerusform>
            <numerusform>%n Plätze der Reservierung %1 sind wieder frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking %1 is cancelled; its seat is free again.</source>
        <translation>Buchung %1 ist storniert; ihr Platz ist wieder frei.</translation>
    </message>
    <message>
        <source>1 ticket of booking %1 is cancelled; its seat is free again.</source>
        <translation>1 Karte der Buchung %1 ist storniert; ihr Platz ist wieder frei.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets of booking %1 are cancelled; their seats are free again.</source>
        <translation>
            <numerusform>%n Karte der Buchung %1 ist storniert; ihr Platz ist wieder frei.</numerusform>
            <numerusform>%n Karten der Buchung %1 sind storniert; ihre Plätze sind wieder frei.</numerusform>
        </translation>
    </message>
    <message>
        <source>What was paid for it goes back at the box office. Cancel it there.</source>
        <translation>Was dafür bezahlt wurde, gibt es an der Kasse zurück. Stornieren Sie dort.</translation>
    </message>
    <message>
        <source>The booking fee of %1 is not paid back.</source>
        <translation>Die Buchungsgebühr von %1 wird nicht zurückgezahlt.</translation>
    </message>
    <message>
        <source>A cancellation fee of %1 stays with the house unless you waive it.</source>
        <translation>Eine Stornogebühr von %1 bleibt beim Haus, wenn Sie nicht darauf verzichten.</translation>
    </message>
    <message>
        <source>%1: void at once, the money is paid back, and the seat is on sale again. This cannot be undone.</source>
        <translation>%1: sofort ungültig, das Geld wird zurückgezahlt, und der Platz ist wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>%1: void at once, the money is paid back, and the seats are on sale again. This cannot be undone.</source>
        <translation>%1: sofort ungültig, das Geld wird zurückgezahlt, und die Plätze sind wieder im Verkauf. Das lässt sich nicht rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::BundleParts</name>
    <message>
        <source>&amp;Add ticket type</source>
        <translation>Kartenart &amp;hinzufügen</translation>
    </message>
    <message>
        <source>Remove this ticket type from the set</source>
        <translation>Diese Kartenart aus dem Paket entfernen</translation>
    </message>
    <message>
        <source>Tickets of this type in a set</source>
        <translation>Karten dieser Art in einem Paket</translation>
    </message>
    <message>
        <source>Ticket type of the set</source>
        <translation>Kartenart des Pakets</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CalendarFile</name>
    <message>
        <source>Booking %1</source>
        <translation>Buchung %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CancelEventDialog</name>
    <message>
        <source>Cancel the event</source>
        <translation>Veranstaltung absagen</translation>
    </message>
    <message>
        <source>Cancel %1?</source>
        <translation>%1 absagen?</translation>
    </message>
    <message>
        <source>Nothing of it can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. This cannot be undone.</source>
        <translation>Nichts davon kann mehr vorgemerkt oder verkauft werden, und Plätze in Warenkörben werden frei. Wer Karten gekauft hat, bekommt alles zurück, was bezahlt wurde. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Say why: customers read it with their booking.</source>
        <translation>Nennen Sie den Grund: Die Kundschaft liest ihn bei ihrer Buchung.</translation>
    </message>
    <message>
        <source>Illness in the company</source>
        <translation>Krankheit im Ensemble</translation>
    </message>
    <message>
        <source>Technical trouble in the house</source>
        <translation>Technische Störung im Haus</translation>
    </message>
    <message>
        <source>Bad weather</source>
        <translation>Schlechtes Wetter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Keep the event</source>
        <translation>Veranstaltung behalten</translation>
    </message>
    <message>
        <source>Nobody has a ticket for it.</source>
        <translation>Niemand hat eine Karte dafür.</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 Karte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln Karte</numerusform>
            <numerusform>%Ln Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking</source>
        <translation>1 Buchung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings</source>
        <translation>
            <numerusform>%Ln Buchung</numerusform>
            <numerusform>%Ln Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Void from then on: %1 of %2. To be paid back: %3.</source>
        <translation>Ungültig werden: %1 (%2). Zurückzuzahlen: %3.</translation>
    </message>
    <message>
        <source>Which dates</source>
        <translation>Welche Termine</translation>
    </message>
    <message>
        <source>Only this date</source>
        <translation>Nur dieser Termin</translation>
    </message>
    <message>
        <source>This date and all later ones of the series</source>
        <translation>Dieser und alle späteren Termine der Reihe</translation>
    </message>
    <message>
        <source>Nothing of them can be held or sold any more, and seats in carts become free. Everybody who bought tickets is owed what they paid. Drafts stay drafts. This cannot be undone.</source>
        <translation>Nichts davon kann mehr gehalten oder verkauft werden, und Plätze in Warenkörben werden frei. Wer Karten gekauft hat, bekommt zurück, was er bezahlt hat. Entwürfe bleiben Entwürfe. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Keep the dates</source>
        <translation>Termine behalten</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln dates</source>
        <translation>
            <numerusform>%Ln Termin absagen</numerusform>
            <numerusform>%Ln Termine absagen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date: %1.</source>
        <translation>1 Termin: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates: from %1 to %2.</source>
        <translation>
            <numerusform>%Ln Termin: von %1 bis %2.</numerusform>
            <numerusform>%Ln Termine: von %1 bis %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has paid for a ticket.</source>
        <translation>Niemand hat eine Karte bezahlt.</translation>
    </message>
    <message>
        <source>Reserved and not paid, void as well: %1 of %2.</source>
        <translation>Reserviert und nicht bezahlt, ebenfalls ungültig: %1 aus %2.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CartDock</name>
    <message>
        <source>&amp;Keep longer</source>
        <translation>&amp;Verlängern</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;Buchen</translation>
    </message>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>No seats yet</source>
        <translation>Noch keine Plätze</translation>
    </message>
    <message>
        <source>Choose seats on the map: click them, or walk with the arrow keys and press Enter.</source>
        <translation>Wählen Sie Plätze im Saalplan: per Klick oder mit Pfeiltasten und Eingabetaste.</translation>
    </message>
    <message>
        <source>So long these seats are kept for you</source>
        <translation>So lange bleiben diese Plätze für Sie vorgemerkt</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 Platz</translation>
    </message>
    <message numerus="yes">
        <source>%n seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Your seats</source>
        <translation>Ihre Plätze</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Give the exchange up; the tickets stay as they are</source>
        <translation>Den Tausch aufgeben; die Karten bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Choose the new seats on the map. For another date, open it from the list of events.</source>
        <translation>Wählen Sie die neuen Plätze im Plan. Für einen anderen Termin öffnen Sie ihn aus der Liste der Veranstaltungen.</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Exchange of %1</source>
        <translation>Tausch von %1</translation>
    </message>
    <message>
        <source>Given back: %1, worth %2</source>
        <translation>Zurückgegeben: %1, Wert %2</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Aktionscode</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Other discounts take more off these tickets than this code.</source>
        <translation>Andere Ermäßigungen nehmen von diesen Karten mehr weg als dieser Code.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CartLineRow</name>
    <message>
        <source>Give this seat back</source>
        <translation>Diesen Platz zurückgeben</translation>
    </message>
    <message>
        <source>Kind of ticket</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 zurückgeben</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CashPanel</name>
    <message>
        <source>&amp;Received in cash</source>
        <translation>Bar &amp;erhalten</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Exact</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>This is less than is due. Enter what the customer gave.</source>
        <translation>Das ist weniger als der fällige Betrag. Geben Sie ein, was Sie erhalten haben.</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>Geben Sie einen Betrag wie %1 ein.</translation>
    </message>
    <message>
        <source>To give back</source>
        <translation>Zurückzugeben</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CategoryPanel</name>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Preiskategorien</translation>
    </message>
    <message>
        <source>Add a category</source>
        <translation>Preiskategorie hinzufügen</translation>
    </message>
    <message>
        <source>Remove the category</source>
        <translation>Preiskategorie entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Give it to what is selected</source>
        <translation>Der Auswahl geben</translation>
    </message>
    <message>
        <source>Select its seats</source>
        <translation>Ihre Plätze auswählen</translation>
    </message>
    <message>
        <source>Category %1</source>
        <translation>Kategorie %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CheckPanel</name>
    <message>
        <source>Problems of the plan</source>
        <translation>Probleme des Saalplans</translation>
    </message>
    <message numerus="yes">
        <source>%Ln to mend before publishing</source>
        <translation>
            <numerusform>%Ln vor dem Veröffentlichen zu beheben</numerusform>
            <numerusform>%Ln vor dem Veröffentlichen zu beheben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hints</source>
        <translation>
            <numerusform>%Ln Hinweis</numerusform>
            <numerusform>%Ln Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is wrong</source>
        <translation>Alles in Ordnung</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CheckoutDialog</name>
    <message>
        <source>Book</source>
        <translation>Buchen</translation>
    </message>
    <message>
        <source>Book these seats</source>
        <translation>Diese Plätze buchen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Book and pay</source>
        <translation>&amp;Buchen und bezahlen</translation>
    </message>
    <message>
        <source>Booked</source>
        <translation>Gebucht</translation>
    </message>
    <message>
        <source>Booking…</source>
        <translation>Wird gebucht …</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the booking went through; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob die Buchung zustande kam; bitte warten Sie.</translation>
    </message>
    <message>
        <source>Change to give back: %1</source>
        <translation>Rückgeld: %1</translation>
    </message>
    <message>
        <source>&amp;Why a single seat is left</source>
        <translation>Warum ein einzelner &amp;Platz übrig bleibt</translation>
    </message>
    <message>
        <source>Say why, or choose seats that leave no single one.</source>
        <translation>Nennen Sie den Grund, oder wählen Sie Plätze, die keinen einzelnen übrig lassen.</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Tauschen</translation>
    </message>
    <message>
        <source>Exchange for these seats</source>
        <translation>Gegen diese Plätze tauschen</translation>
    </message>
    <message>
        <source>&amp;Exchange</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Getauscht</translation>
    </message>
    <message>
        <source>Exchanging…</source>
        <translation>Wird getauscht…</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the exchange went through; please wait.</source>
        <translation>Die Verbindung ist abgebrochen. Es wird geprüft, ob der Tausch durchgegangen ist; bitte warten.</translation>
    </message>
    <message>
        <source>Money to give back: %1</source>
        <translation>Zurückzugeben: %1</translation>
    </message>
    <message>
        <source>Discounts: %1</source>
        <translation>Ermäßigungen: %1</translation>
    </message>
    <message>
        <source>Fees: %1</source>
        <translation>Gebühren: %1</translation>
    </message>
    <message>
        <source>Reser&amp;ve</source>
        <translation>Reser&amp;vieren</translation>
    </message>
    <message>
        <source>Re&amp;serve, to be paid until</source>
        <translation>Re&amp;servieren, zu zahlen bis</translation>
    </message>
    <message>
        <source>Pay &amp;online</source>
        <translation>Onl&amp;ine bezahlen</translation>
    </message>
    <message>
        <source>Online the whole amount is paid. Remove the other payments first.</source>
        <translation>Online wird der ganze Betrag bezahlt. Entfernen Sie zuerst die anderen Zahlungen.</translation>
    </message>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>To be paid until %1</source>
        <translation>Zu zahlen bis %1</translation>
    </message>
    <message>
        <source>This is booked at the box office only. Ask there for these seats.</source>
        <translation>Das geht nur an der Kasse. Fragen Sie dort nach diesen Plätzen.</translation>
    </message>
    <message>
        <source>This house takes payments at its box office, and here by voucher only. Without a voucher, ask there for these seats.</source>
        <translation>Dieses Haus nimmt Zahlungen an der Kasse an, hier nur mit Gutschein. Fragen Sie ohne Gutschein dort nach diesen Plätzen.</translation>
    </message>
    <message>
        <source>&amp;Book</source>
        <translation>&amp;Buchen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ColourButton</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ConflictDialog</name>
    <message>
        <source>%1 has saved this draft meanwhile</source>
        <translation>%1 hat diesen Entwurf inzwischen gespeichert</translation>
    </message>
    <message>
        <source>Only one of them can be the draft. Replacing theirs is for good. If you open theirs, yours stays on this computer and is offered when you draw again.</source>
        <translation>Nur einer von beiden kann der Entwurf sein. Den anderen zu ersetzen ist endgültig. Wenn Sie den anderen öffnen, bleibt Ihrer auf diesem Computer und wird angeboten, wenn Sie wieder zeichnen.</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ihrer</translation>
    </message>
    <message>
        <source>Theirs, %1</source>
        <translation>Der andere, %1</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Open &amp;theirs</source>
        <translation>&amp;Den anderen öffnen</translation>
    </message>
    <message>
        <source>&amp;Replace theirs</source>
        <translation>Den anderen &amp;ersetzen</translation>
    </message>
    <message>
        <source>It cannot be shown</source>
        <translation>Er lässt sich nicht zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::ConnectionIndicator</name>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden …</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Getrennt</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Prüfen …</translation>
    </message>
    <message>
        <source>Connection: %1</source>
        <translation>Verbindung: %1</translation>
    </message>
    <message>
        <source>The link broke before the server answered. Parterre is asking whether it went through; do not repeat it.</source>
        <translation>Die Verbindung brach ab, bevor der Server antwortete. Parterre fragt nach, ob der Vorgang ankam; wiederholen Sie ihn nicht.</translation>
    </message>
    <message>
        <source>No connection to the server. Parterre keeps trying; your seats are kept for a short while.</source>
        <translation>Keine Verbindung zum Server. Parterre versucht es weiter; Ihre Plätze bleiben noch kurze Zeit vorgemerkt.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ContactDialog</name>
    <message>
        <source>Change the contact</source>
        <translation>Kontakt ändern</translation>
    </message>
    <message>
        <source>Whom booking %1 is for</source>
        <translation>Für wen Buchung %1 ist</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ContactForm</name>
    <message>
        <source>&amp;Name on the booking</source>
        <translation>&amp;Name zur Buchung</translation>
    </message>
    <message>
        <source>E-&amp;mail</source>
        <translation>E-&amp;Mail</translation>
    </message>
    <message>
        <source>P&amp;hone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>if given</source>
        <translation>falls angegeben</translation>
    </message>
    <message>
        <source>Enter the name the tickets are for.</source>
        <translation>Geben Sie den Namen ein, auf den die Karten lauten sollen.</translation>
    </message>
    <message>
        <source>Enter an address such as name@example.org.</source>
        <translation>Geben Sie eine Adresse wie name@example.org ein.</translation>
    </message>
    <message>
        <source>if given; else it is under your name</source>
        <translation>wenn genannt; sonst steht sie unter Ihrem Namen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::CountdownLabel</name>
    <message>
        <source>Time left: %1</source>
        <translation>Verbleibende Zeit: %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DaySpan</name>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>From</source>
        <comment>a day</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>to</source>
        <comment>a day</comment>
        <translation>bis</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DesignerActions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>&amp;Duplicate</source>
        <translation>&amp;Duplizieren</translation>
    </message>
    <message>
        <source>Duplicate along a &amp;line</source>
        <translation>Entlang einer &amp;Linie duplizieren</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>Lösc&amp;hen</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Alles au&amp;swählen</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Links ausrichten</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Mitten ausrichten</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Rechts ausrichten</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Oben ausrichten</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Höhenmitten ausrichten</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Unten ausrichten</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Quer verteilen</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Senkrecht verteilen</translation>
    </message>
    <message>
        <source>Equal gaps across</source>
        <translation>Gleiche Abstände quer</translation>
    </message>
    <message>
        <source>Equal gaps down</source>
        <translation>Gleiche Abstände senkrecht</translation>
    </message>
    <message>
        <source>Mirror left to right</source>
        <translation>Links und rechts spiegeln</translation>
    </message>
    <message>
        <source>Mirror upside down</source>
        <translation>Oben und unten spiegeln</translation>
    </message>
    <message>
        <source>Turn right by 15°</source>
        <translation>Um 15° nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn left by 15°</source>
        <translation>Um 15° nach links drehen</translation>
    </message>
    <message>
        <source>Bring to front</source>
        <translation>Ganz nach vorn</translation>
    </message>
    <message>
        <source>Bring forward</source>
        <translation>Eine Stufe nach vorn</translation>
    </message>
    <message>
        <source>Send backward</source>
        <translation>Eine Stufe nach hinten</translation>
    </message>
    <message>
        <source>Send to back</source>
        <translation>Ganz nach hinten</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Unlock everything</source>
        <translation>Alles entsperren</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Block by numbers…</source>
        <translation>&amp;Block nach Zahlen …</translation>
    </message>
    <message>
        <source>Whole &amp;rows</source>
        <translation>Ganze Re&amp;ihen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DesignerScreen</name>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Arrange</source>
        <translation>&amp;Anordnen</translation>
    </message>
    <message>
        <source>&amp;Numbers…</source>
        <translation>&amp;Nummern…</translation>
    </message>
    <message>
        <source>Back to the plans</source>
        <translation>Zurück zu den Saalplänen</translation>
    </message>
    <message>
        <source>Name of the plan</source>
        <translation>Name des Saalplans</translation>
    </message>
    <message>
        <source>House</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>Wie geöffnet</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Was ausgewählt ist</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Preiskategorien</translation>
    </message>
    <message>
        <source>Sections, levels and size</source>
        <translation>Bereiche, Ebenen und Größe</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Hold on to what is near</source>
        <translation>An Nahem einrasten</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>Raster</translation>
    </message>
    <message>
        <source>Sending the plan… %1 %</source>
        <translation>Der Saalplan wird gesendet … %1 %</translation>
    </message>
    <message>
        <source>The plan cannot be sold from yet: every seat needs a category and a label of its own.</source>
        <translation>Von diesem Saalplan kann noch nicht verkauft werden: Jeder Platz braucht eine Preiskategorie und eine eigene Bezeichnung.</translation>
    </message>
    <message>
        <source>Version %1 of %2 is published. New events can use it; events on sale keep the version they have.</source>
        <translation>Fassung %1 von %2 ist veröffentlicht. Neue Veranstaltungen können sie verwenden; laufende behalten ihre Fassung.</translation>
    </message>
    <message>
        <source>What you draw cannot be kept safe from a crash: the disk of this computer is full or may not be written to. Publish often.</source>
        <translation>Ihre Zeichnung kann nicht gegen einen Absturz gesichert werden: Der Datenträger dieses Rechners ist voll oder schreibgeschützt. Veröffentlichen Sie oft.</translation>
    </message>
    <message>
        <source>What is on the clipboard is no part of a plan. Copy objects in the designer first.</source>
        <translation>In der Zwischenablage ist kein Teil eines Saalplans. Kopieren Sie zuerst Objekte im Designer.</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>Der Saalplan wird gelesen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave the designer?</source>
        <translation>Den Designer verlassen?</translation>
    </message>
    <message>
        <source>What you have drawn is not published yet. It is kept on this computer until you come back to it.</source>
        <translation>Ihre Zeichnung ist noch nicht veröffentlicht. Sie bleibt auf diesem Rechner, bis Sie weiterzeichnen.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <source>The plan cannot be sold from yet. Mend what the list of problems shows first.</source>
        <translation>Von diesem Saalplan kann noch nicht verkauft werden. Beheben Sie zuerst, was die Liste der Probleme zeigt.</translation>
    </message>
    <message>
        <source>Publish the plan as it is?</source>
        <translation>Den Saalplan so veröffentlichen?</translation>
    </message>
    <message numerus="yes">
        <source>There are %Ln hints in the list of problems. The first: %1.</source>
        <translation>
            <numerusform>In der Liste der Probleme steht %Ln Hinweis. Der erste: %1.</numerusform>
            <numerusform>In der Liste der Probleme stehen %Ln Hinweise. Der erste: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Publish</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Choose the house that the plan is for.</source>
        <translation>Wählen Sie die Spielstätte, für die der Saalplan ist.</translation>
    </message>
    <message>
        <source>Give the plan a name first.</source>
        <translation>Geben Sie dem Saalplan zuerst einen Namen.</translation>
    </message>
    <message>
        <source>Somebody else has published this plan meanwhile</source>
        <translation>Inzwischen hat jemand anders diesen Saalplan veröffentlicht</translation>
    </message>
    <message>
        <source>Yours can become the version after theirs. Theirs is kept, and can be looked at on the page of plans first.</source>
        <translation>Ihrer kann die Fassung nach jener werden. Jene bleibt erhalten und kann vorher auf der Seite der Saalpläne angesehen werden.</translation>
    </message>
    <message>
        <source>Publish mine after theirs</source>
        <translation>Meinen danach veröffentlichen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>S&amp;peichern</translation>
    </message>
    <message>
        <source>Keep a draft at the server (Ctrl+S)</source>
        <translation>Einen Entwurf auf dem Server behalten (Strg+S)</translation>
    </message>
    <message>
        <source>The draft of %1 is saved.</source>
        <translation>Der Entwurf von %1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The file of this drawing was damaged: what was done last is missing. Look it over before you go on.</source>
        <translation>Die Datei dieser Zeichnung war beschädigt: Was zuletzt getan wurde, fehlt. Sehen Sie sie durch, bevor Sie weitermachen.</translation>
    </message>
    <message>
        <source>There is no house yet that the plan could be for.</source>
        <translation>Es gibt noch kein Haus, für das der Plan sein könnte.</translation>
    </message>
    <message>
        <source>New house…</source>
        <translation>Neues Haus …</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DialogPrompter</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DifferenceWords</name>
    <message>
        <source>1 seat gone</source>
        <translation>1 Platz weniger</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats gone</source>
        <translation>
            <numerusform>%Ln Platz weniger</numerusform>
            <numerusform>%Ln Plätze weniger</numerusform>
        </translation>
    </message>
    <message>
        <source>1 new seat</source>
        <translation>1 neuer Platz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new seats</source>
        <translation>
            <numerusform>%Ln neuer Platz</numerusform>
            <numerusform>%Ln neue Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat moved</source>
        <translation>1 Platz verschoben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats moved</source>
        <translation>
            <numerusform>%Ln Platz verschoben</numerusform>
            <numerusform>%Ln Plätze verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat called otherwise</source>
        <translation>1 Platz heißt anders</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats called otherwise</source>
        <translation>
            <numerusform>%Ln Platz heißt anders</numerusform>
            <numerusform>%Ln Plätze heißen anders</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat in another price category</source>
        <translation>1 Platz in anderer Preiskategorie</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats in another price category</source>
        <translation>
            <numerusform>%Ln Platz in anderer Preiskategorie</numerusform>
            <numerusform>%Ln Plätze in anderer Preiskategorie</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat with other attributes</source>
        <translation>1 Platz mit anderen Merkmalen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats with other attributes</source>
        <translation>
            <numerusform>%Ln Platz mit anderen Merkmalen</numerusform>
            <numerusform>%Ln Plätze mit anderen Merkmalen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat sold with its whole table</source>
        <translation>1 Platz nur mit dem ganzen Tisch verkauft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats sold with their whole table</source>
        <translation>
            <numerusform>%Ln Platz nur mit dem ganzen Tisch verkauft</numerusform>
            <numerusform>%Ln Plätze nur mit dem ganzen Tisch verkauft</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat sold on its own</source>
        <translation>1 Platz einzeln verkauft</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats sold one by one</source>
        <translation>
            <numerusform>%Ln Platz einzeln verkauft</numerusform>
            <numerusform>%Ln Plätze einzeln verkauft</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat of another size</source>
        <translation>1 Platz in anderer Größe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats of another size</source>
        <translation>
            <numerusform>%Ln Platz in anderer Größe</numerusform>
            <numerusform>%Ln Plätze in anderer Größe</numerusform>
        </translation>
    </message>
    <message>
        <source>An area is gone</source>
        <translation>Eine Fläche fällt weg</translation>
    </message>
    <message>
        <source>A new area</source>
        <translation>Eine neue Fläche</translation>
    </message>
    <message>
        <source>An area moved</source>
        <translation>Eine Fläche verschoben</translation>
    </message>
    <message>
        <source>An area has another name</source>
        <translation>Eine Fläche heißt anders</translation>
    </message>
    <message>
        <source>An area in another price category</source>
        <translation>Eine Fläche in anderer Preiskategorie</translation>
    </message>
    <message>
        <source>An area holds more or fewer</source>
        <translation>Eine Fläche fasst mehr oder weniger</translation>
    </message>
    <message>
        <source>An area changed</source>
        <translation>Eine Fläche geändert</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>wheelchair place</source>
        <translation>Rollstuhlplatz</translation>
    </message>
    <message>
        <source>companion seat</source>
        <translation>Begleitplatz</translation>
    </message>
    <message>
        <source>restricted view</source>
        <translation>eingeschränkte Sicht</translation>
    </message>
    <message>
        <source>on the aisle</source>
        <translation>am Gang</translation>
    </message>
    <message>
        <source>step-free</source>
        <translation>stufenlos erreichbar</translation>
    </message>
    <message>
        <source>house seat</source>
        <translation>Hausplatz</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>jetzt: %1</translation>
    </message>
    <message>
        <source>no longer: %1</source>
        <translation>nicht mehr: %1</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the names of seats</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 places</source>
        <translation>%1 Plätze</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::DiscountForm</name>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>With a code</source>
        <translation>Mit einem Code</translation>
    </message>
    <message>
        <source>For groups</source>
        <translation>Für Gruppen</translation>
    </message>
    <message>
        <source>Early bird</source>
        <translation>Frühbucher</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Paket</translation>
    </message>
    <message>
        <source>Percent off each ticket</source>
        <translation>Prozent von jeder Karte</translation>
    </message>
    <message>
        <source>Amount off each ticket</source>
        <translation>Betrag von jeder Karte</translation>
    </message>
    <message>
        <source>&amp;Name, as customers read it</source>
        <translation>&amp;Name, wie Kunden ihn lesen</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>&amp;Art</translation>
    </message>
    <message>
        <source>&amp;Takes off</source>
        <translation>Ni&amp;mmt weg</translation>
    </message>
    <message>
        <source>Is valid f&amp;or</source>
        <translation>Gilt &amp;für</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Bookings that may use it</source>
        <translation>Buchungen, die ihn nutzen dürfen</translation>
    </message>
    <message>
        <source>Tickets of a booking it is good for</source>
        <translation>Karten einer Buchung, für die er gut ist</translation>
    </message>
    <message>
        <source>From so many tickets of an event on</source>
        <translation>Ab so vielen Karten einer Veranstaltung</translation>
    </message>
    <message>
        <source>For the first tickets sold of an event</source>
        <translation>Für die ersten verkauften Karten einer Veranstaltung</translation>
    </message>
    <message>
        <source>Or tickets for so many events</source>
        <translation>Oder Karten für so viele Veranstaltungen</translation>
    </message>
    <message>
        <source>The whole house</source>
        <translation>Das ganze Haus</translation>
    </message>
    <message>
        <source>The series of %1</source>
        <translation>Die Reihe von %1</translation>
    </message>
    <message>
        <source>%1 alone</source>
        <translation>%1 allein</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>Eine andere Veranstaltung</translation>
    </message>
    <message>
        <source>Another series</source>
        <translation>Eine andere Reihe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings use it already.</source>
        <translation>
            <numerusform>%Ln Buchung nutzt ihn schon.</numerusform>
            <numerusform>%Ln Buchungen nutzen ihn schon.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking uses it already.</source>
        <translation>1 Buchung nutzt ihn schon.</translation>
    </message>
    <message>
        <source>Another ticket type, by its key</source>
        <translation>Andere Kartenart, mit ihrem Schlüssel</translation>
    </message>
    <message>
        <source>Another category, by its key</source>
        <translation>Andere Kategorie, mit ihrem Schlüssel</translation>
    </message>
    <message>
        <source>Sets of one event</source>
        <translation>Pakete einer Veranstaltung</translation>
    </message>
    <message>
        <source>Ticket t&amp;ypes; none ticked: all</source>
        <translation>Kar&amp;tenarten; keine gewählt: alle</translation>
    </message>
    <message>
        <source>&amp;Categories; none ticked: all</source>
        <translation>&amp;Kategorien; keine gewählt: alle</translation>
    </message>
    <message>
        <source>As long as fewer are sold or reserved at the moment. What is cancelled, exchanged or given free may be sold with it again.</source>
        <translation>Solange im Augenblick weniger verkauft oder reserviert sind. Was storniert, umgetauscht oder freigegeben wird, kann wieder damit verkauft werden.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Currency…</source>
        <translation>Währung …</translation>
    </message>
    <message>
        <source>By the clock of the house, %1</source>
        <translation>Nach der Uhr des Hauses, %1</translation>
    </message>
    <message>
        <source>By the clock of this computer, %1</source>
        <translation>Nach der Uhr dieses Computers, %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DiscountsDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;End it…</source>
        <translation>B&amp;eenden…</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Ermäßigungen</translation>
    </message>
    <message>
        <source>A ticket gets the one discount that takes most off it. What was sold keeps its price.</source>
        <translation>Eine Karte bekommt die eine Ermäßigung, die am meisten wegnimmt. Was verkauft ist, behält seinen Preis.</translation>
    </message>
    <message>
        <source>Discounts of the house</source>
        <translation>Ermäßigungen des Hauses</translation>
    </message>
    <message>
        <source>Ne&amp;w discount</source>
        <translation>Ne&amp;ue Ermäßigung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment…</translation>
    </message>
    <message>
        <source>%1 is saved and holds from the next ticket on.</source>
        <translation>%1 ist gespeichert und gilt ab der nächsten Karte.</translation>
    </message>
    <message>
        <source>Another discount has this code already. Choose another.</source>
        <translation>Eine andere Ermäßigung hat diesen Code schon. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>1 booking uses this code.</source>
        <translation>1 Buchung nutzt diesen Code.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings use this code.</source>
        <translation>
            <numerusform>%Ln Buchung nutzt diesen Code.</numerusform>
            <numerusform>%Ln Buchungen nutzen diesen Code.</numerusform>
        </translation>
    </message>
    <message>
        <source>End %1?</source>
        <translation>%1 beenden?</translation>
    </message>
    <message>
        <source>Nobody gets it any more. What was sold keeps its price.</source>
        <translation>Niemand bekommt sie mehr. Was verkauft ist, behält seinen Preis.</translation>
    </message>
    <message>
        <source>End the discount</source>
        <translation>Ermäßigung beenden</translation>
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
        <translation>Was nicht galt</translation>
    </message>
    <message>
        <source>Doors let these in while they had no connection; the server knew better when it was told. The last one told is at the top.</source>
        <translation>Türen haben diese ohne Verbindung eingelassen; der Server wusste es besser, als es ihm gemeldet wurde. Das zuletzt Gemeldete steht oben.</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Sch&amp;ließen</translation>
    </message>
    <message>
        <source>Let in at %1.</source>
        <translation>Eingelassen um %1.</translation>
    </message>
    <message>
        <source>Let in at %1, %2.</source>
        <translation>Eingelassen um %1, %2.</translation>
    </message>
    <message>
        <source>Told at %1 by %2.</source>
        <translation>Gemeldet um %1 von %2.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Die Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Everything stood</source>
        <translation>Alles hat gegolten</translation>
    </message>
    <message>
        <source>What doors decided without a connection was right every time.</source>
        <translation>Was Türen ohne Verbindung entschieden haben, war jedes Mal richtig.</translation>
    </message>
    <message>
        <source>Reading what did not stand…</source>
        <translation>Lesen, was nicht galt …</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorReport</name>
    <message>
        <source>The server is not told of 1 admission yet.</source>
        <translation>1 Einlass ist dem Server noch nicht gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>The server is not told of %n admissions yet.</source>
        <translation>
            <numerusform>%n Einlass ist dem Server noch nicht gemeldet.</numerusform>
            <numerusform>%n Einlässe sind dem Server noch nicht gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 admission was at an event that this server does not know. It is told when you sign in at the right one.</source>
        <translation>1 Einlass war bei einer Veranstaltung, die dieser Server nicht kennt. Er wird gemeldet, wenn Sie sich am richtigen anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%n admissions were at events that this server does not know. They are told when you sign in at the right one.</source>
        <translation>
            <numerusform>%n Einlass war bei einer Veranstaltung, die dieser Server nicht kennt. Er wird gemeldet, wenn Sie sich am richtigen anmelden.</numerusform>
            <numerusform>%n Einlässe waren bei Veranstaltungen, die dieser Server nicht kennt. Sie werden gemeldet, wenn Sie sich am richtigen anmelden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Who came in cannot be kept on this computer; its disk may be full. Leave Parterre open until the server is told.</source>
        <translation>Wer hereinkam, kann auf diesem Computer nicht festgehalten werden; vielleicht ist die Festplatte voll. Lassen Sie Parterre offen, bis es dem Server gemeldet ist.</translation>
    </message>
    <message>
        <source>1 &amp;conflict…</source>
        <translation>1 &amp;Konflikt …</translation>
    </message>
    <message numerus="yes">
        <source>%n &amp;conflicts…</source>
        <translation>
            <numerusform>%n &amp;Konflikt …</numerusform>
            <numerusform>%n &amp;Konflikte …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorScreen</name>
    <message>
        <source>Scan a ticket, or type its number and press Enter</source>
        <translation>Karte scannen oder Nummer eingeben und Enter drücken</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Name of this door</source>
        <translation>Name dieses Eingangs</translation>
    </message>
    <message>
        <source>Came in last</source>
        <translation>Zuletzt eingelassen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>The connection broke. The answer comes when it is back.</source>
        <translation>Die Verbindung ist abgerissen. Die Antwort kommt, wenn sie wieder da ist.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>%1 is taken back; the ticket lets somebody in again.</source>
        <translation>%1 ist zurückgenommen; die Karte gilt wieder.</translation>
    </message>
    <message>
        <source>The server knows everybody who came in without a connection.</source>
        <translation>Der Server weiß von allen, die ohne Verbindung eingelassen wurden.</translation>
    </message>
    <message>
        <source>Let in without a connection, but the server disagrees: %1</source>
        <translation>Ohne Verbindung eingelassen, doch der Server widerspricht: %1</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>The next ticket, please.</source>
        <translation>Die nächste Karte, bitte.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>people who are in, and who are expected</comment>
        <translation>%1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n still to come</source>
        <translation>
            <numerusform>%Ln fehlt noch</numerusform>
            <numerusform>%Ln fehlen noch</numerusform>
        </translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was gezeigt wird</translation>
    </message>
    <message>
        <source>S&amp;ign</source>
        <translation>&amp;Zeichen</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>&amp;Haus</translation>
    </message>
    <message>
        <source>Release &amp;no-shows…</source>
        <translation>Nicht Erschie&amp;nene freigeben…</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are on sale again.</source>
        <translation>
            <numerusform>%n Platz ist wieder im Verkauf.</numerusform>
            <numerusform>%n Plätze sind wieder im Verkauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat is on sale again.</source>
        <translation>1 Platz ist wieder im Verkauf.</translation>
    </message>
    <message>
        <source>1 ticket keeps its seat: somebody came, or it goes only with its whole table.</source>
        <translation>1 Karte behält ihren Platz: Jemand ist gekommen, oder es geht nur mit dem ganzen Tisch.</translation>
    </message>
    <message numerus="yes">
        <source>%n tickets keep their seats: somebody came, or they go only with their whole table.</source>
        <translation>
            <numerusform>%n Karte behält ihren Platz: Jemand ist gekommen, oder es geht nur mit dem ganzen Tisch.</numerusform>
            <numerusform>%n Karten behalten ihre Plätze: Jemand ist gekommen, oder sie gehen nur mit dem ganzen Tisch.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>1 seat is its owner&apos;s again.</source>
        <translation>1 Platz gehört wieder zu seiner Karte.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are their owners&apos; again.</source>
        <translation>
            <numerusform>%n Platz gehört wieder zu seiner Karte.</numerusform>
            <numerusform>%n Plätze gehören wieder zu ihren Karten.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat is somebody else&apos;s already.</source>
        <translation>1 Platz gehört schon jemand anderem.</translation>
    </message>
    <message numerus="yes">
        <source>%n seats are somebody else&apos;s already.</source>
        <translation>
            <numerusform>%n Platz gehört schon jemand anderem.</numerusform>
            <numerusform>%n Plätze gehören schon jemand anderem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Let in after all</source>
        <translation>Doch einlassen</translation>
    </message>
    <message>
        <source>There is still a place for this ticket.</source>
        <translation>Für diese Karte ist noch ein Platz da.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
    <message>
        <source>No connection to the server; Parterre keeps trying.</source>
        <translation>Keine Verbindung zum Server; Parterre versucht es weiter.</translation>
    </message>
    <message>
        <source>Decided by the list of %1.</source>
        <translation>Es gilt die Liste von %1.</translation>
    </message>
    <message>
        <source>The server is told of 1 admission later.</source>
        <translation>1 Einlass wird dem Server später gemeldet.</translation>
    </message>
    <message numerus="yes">
        <source>The server is told of %n admissions later.</source>
        <translation>
            <numerusform>%n Einlass wird dem Server später gemeldet.</numerusform>
            <numerusform>%n Einlässe werden dem Server später gemeldet.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::DoorWords</name>
    <message>
        <source>Came in at %1</source>
        <translation>Eingelassen um %1</translation>
    </message>
    <message>
        <source>Came in at %1, %2</source>
        <translation>Eingelassen um %1, %2</translation>
    </message>
    <message>
        <source>Come in</source>
        <translation>Eintreten</translation>
    </message>
    <message>
        <source>Already in</source>
        <translation>Schon drin</translation>
    </message>
    <message>
        <source>Another event</source>
        <translation>Andere Veranstaltung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Umgetauscht</translation>
    </message>
    <message>
        <source>This ticket was exchanged. Ask for the new one.</source>
        <translation>Diese Karte wurde umgetauscht. Fragen Sie nach der neuen.</translation>
    </message>
    <message>
        <source>Old print</source>
        <translation>Alter Ausdruck</translation>
    </message>
    <message>
        <source>Not our ticket</source>
        <translation>Keine Karte von uns</translation>
    </message>
    <message>
        <source>This house has no such ticket.</source>
        <translation>Dieses Haus hat keine solche Karte.</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>This ticket is only reserved. It has to be paid at the box office first.</source>
        <translation>Diese Karte ist nur reserviert. Sie muss zuerst an der Kasse bezahlt werden.</translation>
    </message>
    <message>
        <source>Seat given free</source>
        <translation>Platz freigegeben</translation>
    </message>
    <message>
        <source>The seat was given free at %1 because nobody had come.</source>
        <translation>Der Platz wurde um %1 freigegeben, weil niemand gekommen war.</translation>
    </message>
    <message>
        <source>The seat was given free because nobody had come.</source>
        <translation>Der Platz wurde freigegeben, weil niemand gekommen war.</translation>
    </message>
    <message>
        <source>Somebody else has it now. Ask the box office for another seat.</source>
        <translation>Jetzt hat ihn jemand anderes. Fragen Sie an der Kasse nach einem anderen Platz.</translation>
    </message>
    <message>
        <source>Ask the box office.</source>
        <translation>Fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>There is still a place for it.</source>
        <translation>Es ist noch ein Platz dafür da.</translation>
    </message>
    <message>
        <source>This ticket was cancelled. The box office knows what becomes of its price.</source>
        <translation>Diese Karte wurde storniert. Die Kasse weiß, was aus ihrem Preis wird.</translation>
    </message>
    <message>
        <source>This is an older print of the ticket. Ask for the newest.</source>
        <translation>Das ist ein älterer Ausdruck der Karte. Bitten Sie um den neuesten.</translation>
    </message>
    <message>
        <source>Not on the list</source>
        <translation>Nicht auf der Liste</translation>
    </message>
    <message>
        <source>The list is of %1. The ticket may be for another evening. Ask the box office.</source>
        <translation>Die Liste ist von %1. Die Karte kann für einen anderen Abend sein. Fragen Sie die Kasse.</translation>
    </message>
    <message>
        <source>The list is of %1. Ask the box office.</source>
        <translation>Die Liste ist von %1. Fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>The ticket has a newer code, of %1. Ask for the new print.</source>
        <translation>Die Karte hat einen neueren Code, von %1. Fragen Sie nach dem neuen Ausdruck.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ErrorTexts</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und ein weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>One of these seats was just taken by someone else. The map shows what is free: choose another.</source>
        <translation>Einer dieser Plätze wurde gerade von jemand anderem genommen. Der Saalplan zeigt, was frei ist: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Seat %1 was just taken by someone else. The map shows what is free: choose another.</source>
        <translation>Platz %1 wurde gerade von jemand anderem genommen. Der Saalplan zeigt, was frei ist: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Seats %1 were just taken by someone else. The map shows what is free: choose others.</source>
        <translation>Die Plätze %1 wurden gerade von jemand anderem genommen. Der Saalplan zeigt, was frei ist: Wählen Sie andere.</translation>
    </message>
    <message>
        <source>These are more seats than one customer may hold here. Release some first.</source>
        <translation>Das sind mehr Plätze, als hier für eine Person vorgemerkt werden dürfen. Geben Sie zuerst einige zurück.</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>Warten Sie einen Moment und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file is too large. Choose a smaller one.</source>
        <translation>Die Datei ist zu groß. Wählen Sie eine kleinere.</translation>
    </message>
    <message>
        <source>The file is larger than %1. Choose a smaller one.</source>
        <translation>Die Datei ist größer als %1. Wählen Sie eine kleinere.</translation>
    </message>
    <message>
        <source>The server did not accept what was entered. Check the fields and try again.</source>
        <translation>Der Server hat die Eingaben nicht angenommen. Prüfen Sie die Felder und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This program and the server are of different versions. Update the older one, or ask the house for help.</source>
        <translation>Dieses Programm und der Server haben verschiedene Versionen. Aktualisieren Sie das ältere von beiden oder bitten Sie das Haus um Hilfe.</translation>
    </message>
    <message>
        <source>The connection started anew. Try again.</source>
        <translation>Die Verbindung wurde neu aufgebaut. Versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The server&apos;s data was written by a newer version of Parterre. Ask the administrator to update the server.</source>
        <translation>Die Daten des Servers wurden von einer neueren Version von Parterre geschrieben. Bitten Sie die Administration, den Server zu aktualisieren.</translation>
    </message>
    <message>
        <source>The server cannot reach its database. Nothing was changed; try again shortly, or tell the administrator.</source>
        <translation>Der Server erreicht seine Datenbank nicht. Es wurde nichts geändert; versuchen Sie es in Kürze noch einmal oder verständigen Sie die Administration.</translation>
    </message>
    <message>
        <source>Something went wrong on the server. Nothing was changed; try again, or tell the administrator.</source>
        <translation>Auf dem Server ist ein Fehler aufgetreten. Es wurde nichts geändert; versuchen Sie es noch einmal oder verständigen Sie die Administration.</translation>
    </message>
    <message>
        <source>Your account may not do this. Sign in with another account, or ask a manager.</source>
        <translation>Ihr Konto ist dazu nicht berechtigt. Melden Sie sich mit einem anderen Konto an oder fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>You are not signed in. Sign in, or continue as a guest.</source>
        <translation>Sie sind nicht angemeldet. Melden Sie sich an oder fahren Sie als Gast fort.</translation>
    </message>
    <message>
        <source>That was too often in a short time.</source>
        <translation>Das war zu oft in kurzer Zeit.</translation>
    </message>
    <message>
        <source>The server is very busy.</source>
        <translation>Der Server ist stark ausgelastet.</translation>
    </message>
    <message>
        <source>The answer was too long to be sent. Narrow your search and try again.</source>
        <translation>Die Antwort war zu lang, um gesendet zu werden. Grenzen Sie die Suche ein und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>E-mail address and password do not match. Check both; capital letters count in the password.</source>
        <translation>E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie beides; beim Passwort zählt die Groß- und Kleinschreibung.</translation>
    </message>
    <message>
        <source>An account with this e-mail address exists already. Sign in instead, or use another address.</source>
        <translation>Mit dieser E-Mail-Adresse gibt es schon ein Konto. Melden Sie sich an oder verwenden Sie eine andere Adresse.</translation>
    </message>
    <message>
        <source>This password is too easy to guess. Take a longer one, for example four words in a row.</source>
        <translation>Dieses Passwort ist zu leicht zu erraten. Nehmen Sie ein längeres, zum Beispiel vier Wörter hintereinander.</translation>
    </message>
    <message>
        <source>Your sign-in has ended. Sign in again.</source>
        <translation>Ihre Anmeldung ist abgelaufen. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>This house sells to registered customers only. Sign in or create an account.</source>
        <translation>Dieses Haus verkauft nur an registrierte Kundschaft. Melden Sie sich an oder erstellen Sie ein Konto.</translation>
    </message>
    <message>
        <source>This set-up code is wrong, used or out of date. Read it again from the server&apos;s output; a restart prints a new one.</source>
        <translation>Dieser Einrichtungscode ist falsch, verbraucht oder veraltet. Lesen Sie ihn noch einmal in der Ausgabe des Servers nach; ein Neustart gibt einen neuen aus.</translation>
    </message>
    <message>
        <source>Somebody is signed in already. Log out first.</source>
        <translation>Es ist schon jemand angemeldet. Melden Sie sich zuerst ab.</translation>
    </message>
    <message>
        <source>This is no longer there. Go back and refresh the list.</source>
        <translation>Das gibt es nicht mehr. Gehen Sie zurück und laden Sie die Liste neu.</translation>
    </message>
    <message>
        <source>This name is in use already. Choose another.</source>
        <translation>Dieser Name ist schon vergeben. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>These seats are no longer yours. Choose them again on the map if they are free.</source>
        <translation>Diese Plätze sind nicht mehr für Sie vorgemerkt. Wählen Sie sie im Saalplan neu, falls sie frei sind.</translation>
    </message>
    <message>
        <source>The time to book these seats is over and nothing was booked. Choose them again on the map if they are free.</source>
        <translation>Die Zeit zum Buchen dieser Plätze ist abgelaufen, es wurde nichts gebucht. Wählen Sie sie im Saalplan neu, falls sie frei sind.</translation>
    </message>
    <message>
        <source>These seats cannot be kept any longer. Book them before the time runs out.</source>
        <translation>Diese Plätze können nicht länger vorgemerkt bleiben. Buchen Sie, bevor die Zeit abläuft.</translation>
    </message>
    <message>
        <source>This event is not on sale now. Choose another event, or ask the house.</source>
        <translation>Diese Veranstaltung ist zurzeit nicht im Verkauf. Wählen Sie eine andere oder fragen Sie an der Kasse nach.</translation>
    </message>
    <message>
        <source>Somebody else changed this meanwhile. Look at the new state and try again.</source>
        <translation>Jemand anderes hat das inzwischen geändert. Sehen Sie sich den neuen Stand an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This seat is not in the plan any more. Open the event again to see the new plan.</source>
        <translation>Diesen Platz gibt es im Saalplan nicht mehr. Öffnen Sie die Veranstaltung neu, um den neuen Saalplan zu sehen.</translation>
    </message>
    <message>
        <source>This kind of ticket is not sold for that seat. Choose another kind of ticket.</source>
        <translation>Diese Kartenart gibt es für diesen Platz nicht. Wählen Sie eine andere Kartenart.</translation>
    </message>
    <message>
        <source>These seats are being booked at this moment. Wait for the answer.</source>
        <translation>Diese Plätze werden gerade gebucht. Warten Sie auf die Antwort.</translation>
    </message>
    <message>
        <source>This purchase was sent before with other contents. Check your bookings before you try again.</source>
        <translation>Dieser Kauf wurde schon mit anderem Inhalt gesendet. Prüfen Sie Ihre Buchungen, bevor Sie es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The amount received is less than the total. Enter what the customer gave.</source>
        <translation>Der erhaltene Betrag ist kleiner als die Summe. Geben Sie ein, was Sie erhalten haben.</translation>
    </message>
    <message>
        <source>This booking was cancelled before. Nothing is left to do.</source>
        <translation>Diese Buchung wurde schon storniert. Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>It is too late to cancel this booking here. Ask at the box office.</source>
        <translation>Diese Buchung kann hier nicht mehr storniert werden. Fragen Sie an der Kasse nach.</translation>
    </message>
    <message>
        <source>These seats are priced in different currencies. Book them one event at a time.</source>
        <translation>Diese Plätze haben Preise in verschiedenen Währungen. Buchen Sie jede Veranstaltung einzeln.</translation>
    </message>
    <message>
        <source>This file cannot be read as what it should be. Choose another file.</source>
        <translation>Diese Datei hat nicht das erwartete Format. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The connection broke before the answer came. Parterre is checking; do not repeat the purchase.</source>
        <translation>Die Verbindung brach ab, bevor die Antwort kam. Parterre prüft nach; wiederholen Sie den Kauf nicht.</translation>
    </message>
    <message>
        <source>There is no connection to the server. Check the network; Parterre keeps trying.</source>
        <translation>Es besteht keine Verbindung zum Server. Prüfen Sie das Netzwerk; Parterre versucht es weiter.</translation>
    </message>
    <message>
        <source>The server did not answer in time. Check the network and try again.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet. Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n minutes.</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Minute noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Minuten noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %n seconds.</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Sekunde noch einmal.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server&apos;s answer makes no sense to this program. Try again; if it stays so, tell the administrator.</source>
        <translation>Dieses Programm versteht die Antwort des Servers nicht. Versuchen Sie es noch einmal; bleibt es dabei, verständigen Sie die Administration.</translation>
    </message>
    <message>
        <source>This is not a server address. Write it like box-office.example.org or 192.168.0.10:7717.</source>
        <translation>Das ist keine Serveradresse. Schreiben Sie sie wie box-office.example.org oder 192.168.0.10:7717.</translation>
    </message>
    <message>
        <source>There is no server of this name. Check the address and the network.</source>
        <translation>Es gibt keinen Server mit diesem Namen. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
    <message>
        <source>Nothing answers at this address. Check the address and whether the server is running.</source>
        <translation>Unter dieser Adresse antwortet niemand. Prüfen Sie die Adresse und ob der Server läuft.</translation>
    </message>
    <message>
        <source>Something answers at this address, but it is not a Parterre server. Check the address.</source>
        <translation>Unter dieser Adresse antwortet etwas, aber kein Parterre-Server. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The server could not prove who it is, so nothing was sent. Check the address, or ask the administrator about its certificate.</source>
        <translation>Der Server konnte sich nicht ausweisen, deshalb wurde nichts gesendet. Prüfen Sie die Adresse oder fragen Sie die Administration nach seinem Zertifikat.</translation>
    </message>
    <message>
        <source>The time to book %1 is over. Choose again on the map if the seats are still free.</source>
        <translation>Die Zeit zum Buchen von %1 ist abgelaufen. Wählen Sie im Saalplan neu, falls die Plätze noch frei sind.</translation>
    </message>
    <message>
        <source>The connection was away too long, so %1 became free. Choose again on the map if nobody was quicker.</source>
        <translation>Die Verbindung war zu lange unterbrochen, deshalb wurde %1 wieder frei. Wählen Sie im Saalplan neu, falls niemand schneller war.</translation>
    </message>
    <message>
        <source>The event is no longer on sale, so %1 became free. Ask the house.</source>
        <translation>Die Veranstaltung ist nicht mehr im Verkauf, deshalb wurde %1 wieder frei. Fragen Sie an der Kasse nach.</translation>
    </message>
    <message>
        <source>You no longer hold %1.</source>
        <translation>%1 ist nicht mehr für Sie vorgemerkt.</translation>
    </message>
    <message>
        <source>Seat %1 would be left on its own, and nobody buys a single seat. Move your seats by one, or take it too.</source>
        <translation>Platz %1 bliebe allein übrig, und einen einzelnen Platz kauft niemand. Rücken Sie um einen Platz, oder nehmen Sie ihn dazu.</translation>
    </message>
    <message>
        <source>Single seats that nobody buys would be left: %1. Move your seats by one, or take them too.</source>
        <translation>Es blieben einzelne Plätze übrig, die niemand kauft: %1. Rücken Sie um einen Platz, oder nehmen Sie sie dazu.</translation>
    </message>
    <message>
        <source>There is not that much room left. Choose fewer places, or another part of the house.</source>
        <translation>So viel Platz ist nicht mehr. Wählen Sie weniger Plätze oder einen anderen Teil des Hauses.</translation>
    </message>
    <message>
        <source>%1 is full. Choose another part of the house; places may become free again.</source>
        <translation>%1 ist voll. Wählen Sie einen anderen Teil des Hauses; es können wieder Plätze frei werden.</translation>
    </message>
    <message>
        <source>There is only one place for you in %1, for others were quicker. Take that, or choose another part of the house.</source>
        <translation>Für Sie ist in %1 nur noch ein Platz, denn andere waren schneller. Nehmen Sie ihn, oder wählen Sie einen anderen Teil des Hauses.</translation>
    </message>
    <message numerus="yes">
        <source>You can have at most %n places in %1, for others were quicker. Choose fewer.</source>
        <translation>
            <numerusform>In %1 bekommen Sie höchstens %Ln Platz, denn andere waren schneller. Wählen Sie weniger.</numerusform>
            <numerusform>In %1 bekommen Sie höchstens %Ln Plätze, denn andere waren schneller. Wählen Sie weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>This table is sold to one party only. Take all of its seats, or choose another table.</source>
        <translation>Dieser Tisch wird nur als Ganzes verkauft. Nehmen Sie alle seine Plätze, oder wählen Sie einen anderen Tisch.</translation>
    </message>
    <message>
        <source>Somebody came in with this ticket. Undo that at the door first.</source>
        <translation>Mit dieser Karte wurde jemand eingelassen. Nehmen Sie das zuerst am Einlass zurück.</translation>
    </message>
    <message>
        <source>The event cannot be like that. Check its times, ticket types and prices.</source>
        <translation>So kann die Veranstaltung nicht sein. Prüfen Sie Zeiten, Kartenarten und Preise.</translation>
    </message>
    <message>
        <source>Nothing is owed to this booking any more. It may have been paid out a moment ago.</source>
        <translation>Für diese Buchung ist nichts mehr offen. Vielleicht wurde gerade eben ausgezahlt.</translation>
    </message>
    <message>
        <source>These are too many dates for one series. Make several of it.</source>
        <translation>Das sind zu viele Termine für eine Reihe. Machen Sie mehrere daraus.</translation>
    </message>
    <message numerus="yes">
        <source>A series has at most %n dates. Make several of it.</source>
        <translation>
            <numerusform>Eine Reihe hat höchstens einen Termin. Machen Sie mehrere daraus.</numerusform>
            <numerusform>Eine Reihe hat höchstens %n Termine. Machen Sie mehrere daraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>These dates reach too far into the future. Let the series end earlier.</source>
        <translation>Diese Termine reichen zu weit in die Zukunft. Lassen Sie die Reihe früher enden.</translation>
    </message>
    <message numerus="yes">
        <source>The dates of a series lie within %n years. Let it end earlier.</source>
        <translation>
            <numerusform>Die Termine einer Reihe liegen innerhalb eines Jahres. Lassen Sie sie früher enden.</numerusform>
            <numerusform>Die Termine einer Reihe liegen innerhalb von %n Jahren. Lassen Sie sie früher enden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This way of paying is not open to you here. Ask at the box office.</source>
        <translation>So können Sie hier nicht zahlen. Fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>The parts of the payment are not what is due. Look at them again.</source>
        <translation>Die Teile der Zahlung ergeben nicht, was zu zahlen ist. Prüfen Sie sie noch einmal.</translation>
    </message>
    <message>
        <source>Money goes back to a card. Refund it at the terminal, then enter the reference of its receipt.</source>
        <translation>Geld geht auf eine Karte zurück. Erstatten Sie es am Terminal und geben Sie dann die Belegnummer ein.</translation>
    </message>
    <message>
        <source>This rule cannot be read. Write it like FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12.</source>
        <translation>Diese Regel ist nicht lesbar. Schreiben Sie sie wie FREQ=WEEKLY;BYDAY=FR,SA;COUNT=12.</translation>
    </message>
    <message>
        <source>This rule never ends. Say after how many dates, or until when.</source>
        <translation>Diese Regel endet nie. Sagen Sie, nach wie vielen Terminen oder bis wann.</translation>
    </message>
    <message>
        <source>There is no date left. Check the first date, the rule and what is left out.</source>
        <translation>Es bleibt kein Termin übrig. Prüfen Sie den ersten Termin, die Regel und was ausgelassen wird.</translation>
    </message>
    <message>
        <source>The event gives its reservations free earlier than that. Choose an earlier time.</source>
        <translation>Die Veranstaltung gibt ihre Reservierungen früher frei. Wählen Sie eine frühere Zeit.</translation>
    </message>
    <message>
        <source>The event gives its reservations free at %1. Choose that time or an earlier one.</source>
        <translation>Die Veranstaltung gibt ihre Reservierungen um %1 frei. Wählen Sie diese Zeit oder eine frühere.</translation>
    </message>
    <message>
        <source>The house holds these seats back. Choose them one by one to sell them all the same, or choose others.</source>
        <translation>Das Haus hält diese Plätze zurück. Wählen Sie sie einzeln, um sie trotzdem zu verkaufen, oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>The house holds %1 back. Choose it on the map to sell it all the same, or choose another.</source>
        <translation>Das Haus hält %1 zurück. Wählen Sie den Platz auf dem Plan, um ihn trotzdem zu verkaufen, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>That time is over already. Choose a later one, or take the payment now.</source>
        <translation>Diese Zeit ist schon vorbei. Wählen Sie eine spätere, oder nehmen Sie die Zahlung jetzt an.</translation>
    </message>
    <message>
        <source>This reservation has ended and its seats are free. Nothing was paid; sell the seats anew, if they are still to be had.</source>
        <translation>Diese Reservierung ist beendet, ihre Plätze sind frei. Es wurde nichts bezahlt; verkaufen Sie die Plätze neu, falls sie noch zu haben sind.</translation>
    </message>
    <message>
        <source>This booking is paid already. Do not take money for it again.</source>
        <translation>Diese Buchung ist schon bezahlt. Nehmen Sie nicht noch einmal Geld dafür an.</translation>
    </message>
    <message>
        <source>This booking is reserved and not paid yet. Take the payment first; then there are tickets.</source>
        <translation>Diese Buchung ist reserviert und noch nicht bezahlt. Nehmen Sie zuerst die Zahlung an; dann gibt es Karten.</translation>
    </message>
    <message>
        <source>The payment service cannot be reached at the moment. Nothing was paid; try again shortly.</source>
        <translation>Der Zahlungsdienst ist im Moment nicht zu erreichen. Es wurde nichts bezahlt; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The payment service does not take this payment. Pay another way, or ask the house for help.</source>
        <translation>Der Zahlungsdienst nimmt diese Zahlung nicht an. Zahlen Sie anders, oder bitten Sie das Haus um Hilfe.</translation>
    </message>
    <message>
        <source>The payment was declined. Try another card or way to pay.</source>
        <translation>Die Zahlung wurde abgelehnt. Versuchen Sie eine andere Karte oder Zahlungsweise.</translation>
    </message>
    <message>
        <source>This house takes no payments online. Buy at the box office.</source>
        <translation>Dieses Haus nimmt keine Zahlungen online an. Kaufen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>This payment has come to its end already. Look at the booking.</source>
        <translation>Diese Zahlung ist schon beendet. Sehen Sie bei der Buchung nach.</translation>
    </message>
    <message>
        <source>There is no voucher of this code. Compare it with what is printed, character by character.</source>
        <translation>Es gibt keinen Gutschein mit diesem Code. Vergleichen Sie ihn Zeichen für Zeichen mit dem gedruckten.</translation>
    </message>
    <message>
        <source>The voucher is not valid any more. Pay another way; a manager can make it valid again.</source>
        <translation>Der Gutschein gilt nicht mehr. Zahlen Sie anders; die Leitung kann ihn wieder gültig machen.</translation>
    </message>
    <message>
        <source>The voucher is blocked, perhaps because it was reported lost. Pay another way, or ask a manager.</source>
        <translation>Der Gutschein ist gesperrt, vielleicht weil er als verloren gemeldet wurde. Zahlen Sie anders, oder fragen Sie die Leitung.</translation>
    </message>
    <message>
        <source>Less is left on the voucher than it is to pay. Check its code again, and pay the rest another way.</source>
        <translation>Auf dem Gutschein ist weniger übrig, als er bezahlen soll. Prüfen Sie seinen Code noch einmal, und zahlen Sie den Rest anders.</translation>
    </message>
    <message>
        <source>The printer does not answer. Check that it is on and connected, and its address in the profile.</source>
        <translation>Der Drucker antwortet nicht. Prüfen Sie, ob er eingeschaltet und angeschlossen ist, und seine Adresse im Profil.</translation>
    </message>
    <message>
        <source>The printer is out of paper. Put in a new roll and print again.</source>
        <translation>Der Drucker hat kein Papier mehr. Legen Sie eine neue Rolle ein, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The printer is open or reports a fault. Close its cover, look at its lights, and print again.</source>
        <translation>Der Drucker ist offen oder meldet einen Fehler. Schließen Sie den Deckel, sehen Sie nach den Lampen, und drucken Sie noch einmal.</translation>
    </message>
    <message>
        <source>The printer stopped in the middle. See what came out and check its paper before you print again.</source>
        <translation>Der Drucker hat mittendrin aufgehört. Sehen Sie nach, was herauskam, und prüfen Sie das Papier, bevor Sie noch einmal drucken.</translation>
    </message>
    <message>
        <source>Some of these seats are blocked already. Release them first, or choose others.</source>
        <translation>Einige dieser Plätze sind schon gesperrt. Geben Sie sie zuerst frei, oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>These seats are not blocked any more. Look at the list again.</source>
        <translation>Diese Plätze sind nicht mehr gesperrt. Sehen Sie noch einmal in die Liste.</translation>
    </message>
    <message>
        <source>That time is over already, so the seats would be free at once. Choose a later one.</source>
        <translation>Diese Zeit ist schon vorbei, die Plätze wären also sofort frei. Wählen Sie eine spätere.</translation>
    </message>
    <message>
        <source>Seats of this event are blocked. Release them first: then it can have another plan, or be deleted.</source>
        <translation>Plätze dieser Veranstaltung sind gesperrt. Geben Sie sie zuerst frei: dann kann sie einen anderen Plan bekommen oder gelöscht werden.</translation>
    </message>
    <message>
        <source>The discount cannot be like that. Say what it takes off, for whom and until when.</source>
        <translation>So kann die Ermäßigung nicht sein. Sagen Sie, was sie wegnimmt, für wen und bis wann.</translation>
    </message>
    <message>
        <source>There is no such code. Check how it is written.</source>
        <translation>Diesen Code gibt es nicht. Prüfen Sie, wie er geschrieben wird.</translation>
    </message>
    <message>
        <source>This code is not valid now, or not for these tickets. Take it out to go on.</source>
        <translation>Dieser Code gilt jetzt nicht, oder nicht für diese Karten. Nehmen Sie ihn heraus, um weiterzumachen.</translation>
    </message>
    <message>
        <source>This code was used as often as it may be. Take it out to go on.</source>
        <translation>Dieser Code wurde so oft genutzt, wie er darf. Nehmen Sie ihn heraus, um weiterzumachen.</translation>
    </message>
    <message>
        <source>The price changed meanwhile. Look at the new total and book again.</source>
        <translation>Der Preis hat sich inzwischen geändert. Sehen Sie sich die neue Summe an, und buchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>What was found is out of date. Look at the source again.</source>
        <translation>Was gefunden wurde, ist veraltet. Sehen Sie noch einmal in die Quelle.</translation>
    </message>
    <message>
        <source>The event that new ones are made like is gone. Edit the source and choose another.</source>
        <translation>Die Veranstaltung, nach deren Muster neue entstehen, gibt es nicht mehr. Bearbeiten Sie die Quelle, und wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The server could not fetch the address. Check it in a browser, and try again later.</source>
        <translation>Der Server konnte die Adresse nicht abrufen. Prüfen Sie sie in einem Browser, und versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server fetches only addresses of the public web that begin with https:// or http:// and hold no password. Check the address.</source>
        <translation>Der Server ruft nur Adressen des öffentlichen Netzes ab, die mit https:// oder http:// beginnen und kein Passwort enthalten. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>Nobody is late yet. Seats of people who have not come can be released from two hours before the start.</source>
        <translation>Noch ist niemand zu spät. Plätze von Nichterschienenen können ab zwei Stunden vor Beginn freigegeben werden.</translation>
    </message>
    <message>
        <source>This booking has as many notes as it can have. Nothing was written down.</source>
        <translation>Diese Buchung hat so viele Notizen, wie sie haben kann. Es wurde nichts notiert.</translation>
    </message>
    <message>
        <source>This house sends no mail. Whoever runs the server can set it up; print the tickets or save them as PDF instead.</source>
        <translation>Dieses Haus verschickt keine E-Mails. Wer den Server betreibt, kann das einrichten; drucken Sie die Karten oder speichern Sie sie als PDF.</translation>
    </message>
    <message>
        <source>This is no mail address. Write it like ada@example.org.</source>
        <translation>Das ist keine E-Mail-Adresse. Schreiben Sie sie wie ada@example.org.</translation>
    </message>
    <message>
        <source>The seat of this ticket was given free because nobody had come. Ask at the box office.</source>
        <translation>Der Platz dieser Karte wurde freigegeben, weil niemand gekommen war. Fragen Sie an der Kasse.</translation>
    </message>
    <message>
        <source>The code was used more often already. Let it be used as often at least, or end the discount.</source>
        <translation>Der Code wurde schon öfter genutzt. Erlauben Sie mindestens so viele Nutzungen, oder beenden Sie die Ermäßigung.</translation>
    </message>
    <message>
        <source>Too many mails are waiting to be sent. Wait until they have gone; print the tickets or save them as PDF meanwhile.</source>
        <translation>Zu viele E-Mails warten auf den Versand. Warten Sie, bis sie verschickt sind; drucken Sie die Karten inzwischen oder speichern Sie sie als PDF.</translation>
    </message>
    <message>
        <source>This seat was not given free, or has its ticket back already. Scan the ticket to see.</source>
        <translation>Dieser Platz wurde nicht freigegeben, oder seine Karte gilt schon wieder. Scannen Sie die Karte, um es zu sehen.</translation>
    </message>
    <message>
        <source>This house has plans or drafts and cannot be deleted. Delete its drafts first; a house with plans stays, but its name can be changed.</source>
        <translation>Dieses Haus hat Pläne oder Entwürfe und kann nicht gelöscht werden. Löschen Sie zuerst seine Entwürfe; ein Haus mit Plänen bleibt, doch sein Name lässt sich ändern.</translation>
    </message>
    <message>
        <source>The server does not know this time zone. Choose another one with the same time.</source>
        <translation>Der Server kennt diese Zeitzone nicht. Wählen Sie eine andere mit derselben Zeit.</translation>
    </message>
    <message>
        <source>Seats of this event are in somebody&apos;s hands or were sold already. It keeps its plan and its currency, and it cannot be deleted; pause it instead.</source>
        <translation>Plätze dieser Veranstaltung sind vorgemerkt oder wurden schon verkauft. Sie behält ihren Saalplan und ihre Währung und kann nicht gelöscht werden; halten Sie stattdessen den Verkauf an.</translation>
    </message>
    <message>
        <source>You can hold only one seat of this event at once, wherever you are signed in. Release it, or book it first.</source>
        <translation>Sie können von dieser Veranstaltung nur einen Platz zugleich vormerken, wo immer Sie angemeldet sind. Geben Sie ihn zurück, oder buchen Sie ihn zuerst.</translation>
    </message>
    <message numerus="yes">
        <source>You can hold at most %n seats of this event at once, wherever you are signed in. Release some, or book these first.</source>
        <translation>
            <numerusform>Sie können von dieser Veranstaltung höchstens %n Platz zugleich vormerken, wo immer Sie angemeldet sind. Geben Sie ihn zurück, oder buchen Sie ihn zuerst.</numerusform>
            <numerusform>Sie können von dieser Veranstaltung höchstens %n Plätze zugleich vormerken, wo immer Sie angemeldet sind. Geben Sie einige zurück, oder buchen Sie diese zuerst.</numerusform>
        </translation>
    </message>
    <message>
        <source>These are more tickets than one booking may have. Release some seats first.</source>
        <translation>Das sind mehr Karten, als eine Buchung haben darf. Geben Sie zuerst einige Plätze zurück.</translation>
    </message>
    <message>
        <source>A booking may have only one ticket for this event. Release the other seats first.</source>
        <translation>Eine Buchung darf nur eine Karte für diese Veranstaltung haben. Geben Sie zuerst die anderen Plätze zurück.</translation>
    </message>
    <message numerus="yes">
        <source>A booking may have at most %n tickets for this event. Release some seats first.</source>
        <translation>
            <numerusform>Eine Buchung darf höchstens %n Karte für diese Veranstaltung haben. Geben Sie zuerst einige Plätze zurück.</numerusform>
            <numerusform>Eine Buchung darf höchstens %n Karten für diese Veranstaltung haben. Geben Sie zuerst einige Plätze zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>This reservation ends in a moment, too soon to pay it online. Nothing was paid; ask the box office to prolong it.</source>
        <translation>Diese Reservierung endet gleich, zu früh, um sie online zu bezahlen. Bezahlt wurde nichts; bitten Sie die Kasse, sie zu verlängern.</translation>
    </message>
    <message>
        <source>A seat that is kept for a companion would be without its wheelchair place. Have both, or neither.</source>
        <translation>Ein Platz, der für eine Begleitung freigehalten wird, wäre ohne seinen Rollstuhlplatz. Nehmen Sie beide oder keinen.</translation>
    </message>
    <message>
        <source>Seat %1 is kept for the companion of %2. Add %2, or give %1 back.</source>
        <translation>Platz %1 ist für die Begleitung von %2. Nehmen Sie %2 dazu oder geben Sie %1 zurück.</translation>
    </message>
    <message>
        <source>Seat %1 is kept for the companion of somebody in a wheelchair. Have it together with a wheelchair place, or give it back.</source>
        <translation>Platz %1 ist für die Begleitung von jemandem im Rollstuhl. Nehmen Sie ihn zusammen mit einem Rollstuhlplatz oder geben Sie ihn zurück.</translation>
    </message>
    <message>
        <source>These seats are kept for companions of people in wheelchairs: %1. Have them together with their wheelchair places, or give them back.</source>
        <translation>Diese Plätze sind für Begleitungen von Menschen im Rollstuhl: %1. Nehmen Sie sie zusammen mit ihren Rollstuhlplätzen oder geben Sie sie zurück.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventCardDelegate</name>
    <message>
        <source>Movie</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Concert</source>
        <translation>Konzert</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Schauspiel</translation>
    </message>
    <message>
        <source>Sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgesagt</translation>
    </message>
    <message>
        <source>Not on sale now</source>
        <translation>Zurzeit nicht im Verkauf</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Sold out</source>
        <translation>Ausverkauft</translation>
    </message>
    <message>
        <source>%1 of %2 free</source>
        <translation>%1 von %2 frei</translation>
    </message>
    <message>
        <source>1 seat left</source>
        <translation>Noch 1 Platz</translation>
    </message>
    <message numerus="yes">
        <source>%n seats left</source>
        <translation>
            <numerusform>Noch %Ln Platz</numerusform>
            <numerusform>Noch %Ln Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventDetails</name>
    <message>
        <source>About this event</source>
        <translation>Über diese Veranstaltung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Poster of %1</source>
        <translation>Plakat von %1</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>One seat at a time.</source>
        <translation>Ein Platz auf einmal.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n seats at once.</source>
        <translation>
            <numerusform>Höchstens %Ln Platz auf einmal.</numerusform>
            <numerusform>Höchstens %Ln Plätze auf einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Seats are kept for a minute while you decide.</source>
        <translation>Plätze bleiben eine Minute vorgemerkt, während Sie sich entscheiden.</translation>
    </message>
    <message numerus="yes">
        <source>Seats are kept for %n minutes while you decide.</source>
        <translation>
            <numerusform>Plätze bleiben %Ln Minute vorgemerkt, während Sie sich entscheiden.</numerusform>
            <numerusform>Plätze bleiben %Ln Minuten vorgemerkt, während Sie sich entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>On sale until %1.</source>
        <translation>Im Verkauf bis %1.</translation>
    </message>
    <message>
        <source>Bookings can be cancelled until %1.</source>
        <translation>Buchungen können bis %1 storniert werden.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgesagt: %1</translation>
    </message>
    <message>
        <source>Tickets are refunded at the box office.</source>
        <translation>Karten werden an der Kasse erstattet.</translation>
    </message>
    <message>
        <source>On sale from %1.</source>
        <translation>Im Verkauf ab %1.</translation>
    </message>
    <message>
        <source>One ticket in a booking.</source>
        <translation>Eine Karte je Buchung.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n tickets in one booking.</source>
        <translation>
            <numerusform>Höchstens %n Karte je Buchung.</numerusform>
            <numerusform>Höchstens %n Karten je Buchung.</numerusform>
        </translation>
    </message>
    <message>
        <source>Plus %1 per booking.</source>
        <translation>Zuzüglich %1 je Buchung.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventForm</name>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>&amp;Beschreibung</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>K&amp;ind of event</source>
        <translation>A&amp;rt der Veranstaltung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>&amp;Start, by the clock of the house</source>
        <translation>Be&amp;ginn, nach der Uhr des Hauses</translation>
    </message>
    <message>
        <source>P&amp;lan</source>
        <translation>Saal&amp;plan</translation>
    </message>
    <message>
        <source>When and where</source>
        <translation>Wann und wo</translation>
    </message>
    <message>
        <source>D&amp;uration (minutes)</source>
        <translation>Da&amp;uer (Minuten)</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>&amp;Haus</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>It stays as it is, because seats are held or sold.</source>
        <translation>Er bleibt, wie er ist, weil Plätze vorgemerkt oder verkauft sind.</translation>
    </message>
    <message>
        <source>%1 has no plan yet. Publish one first.</source>
        <translation>%1 hat noch keinen Saalplan. Veröffentlichen Sie zuerst einen.</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>One more date of the series</source>
        <translation>Ein weiterer Termin der Reihe</translation>
    </message>
    <message>
        <source>It is changed, published and paused with the other dates then, where you choose so.</source>
        <translation>Er wird dann mit den anderen Terminen geändert, veröffentlicht und angehalten, wo Sie das wählen.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventListScreen</name>
    <message>
        <source>Search by name or venue</source>
        <translation>Name oder Spielstätte suchen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Termine</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Weekend</source>
        <translation>Wochenende</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Diesen Monat</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>Spielstätte</translation>
    </message>
    <message>
        <source>Kind of event</source>
        <translation>Art der Veranstaltung</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>All venues</source>
        <translation>Alle Spielstätten</translation>
    </message>
    <message numerus="yes">
        <source>the first %n</source>
        <translation>
            <numerusform>die erste</numerusform>
            <numerusform>die ersten %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>1 event</source>
        <translation>1 Veranstaltung</translation>
    </message>
    <message numerus="yes">
        <source>%n events</source>
        <translation>
            <numerusform>%Ln Veranstaltung</numerusform>
            <numerusform>%Ln Veranstaltungen</numerusform>
        </translation>
    </message>
    <message>
        <source>The events could not be read</source>
        <translation>Die Veranstaltungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No events found</source>
        <translation>Keine Veranstaltungen gefunden</translation>
    </message>
    <message>
        <source>Show all events</source>
        <translation>Alle Veranstaltungen zeigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Soonest first</source>
        <translation>Nächste zuerst</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Nach Namen</translation>
    </message>
    <message>
        <source>Cheapest first</source>
        <translation>Günstigste zuerst</translation>
    </message>
    <message>
        <source>Most free seats first</source>
        <translation>Meiste freie Plätze zuerst</translation>
    </message>
    <message>
        <source>How many seats</source>
        <translation>Wie viele Plätze</translation>
    </message>
    <message>
        <source>Only events with so many free seats</source>
        <translation>Nur Veranstaltungen mit so vielen freien Plätzen</translation>
    </message>
    <message>
        <source>Any number</source>
        <translation>Beliebig viele</translation>
    </message>
    <message>
        <source>For 1 person</source>
        <translation>Für 1 Person</translation>
    </message>
    <message numerus="yes">
        <source>For %n people</source>
        <translation>
            <numerusform>Für %Ln Person</numerusform>
            <numerusform>Für %Ln Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing matches the search. Look at all dates, venues and kinds, for any number of seats.</source>
        <translation>Nichts passt zur Suche. Sehen Sie alle Tage, Häuser und Arten an, für beliebig viele Plätze.</translation>
    </message>
    <message>
        <source>From … to</source>
        <translation>Von … bis</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventScreen</name>
    <message>
        <source>Opening the house…</source>
        <translation>Der Saal wird geöffnet …</translation>
    </message>
    <message>
        <source>Back to the events</source>
        <translation>Zurück zu den Veranstaltungen</translation>
    </message>
    <message>
        <source>This event cannot be opened</source>
        <translation>Diese Veranstaltung kann nicht geöffnet werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The map may be out of date</source>
        <translation>Der Saalplan ist vielleicht nicht aktuell</translation>
    </message>
    <message>
        <source>Seat %1 is held by someone else at the moment. It may become free again.</source>
        <translation>Platz %1 ist im Moment für jemand anderen vorgemerkt. Er kann wieder frei werden.</translation>
    </message>
    <message>
        <source>Seat %1 is sold. Choose a free one.</source>
        <translation>Platz %1 ist verkauft. Wählen Sie einen freien.</translation>
    </message>
    <message>
        <source>Seat %1 is not on sale. Choose a free one.</source>
        <translation>Platz %1 ist nicht im Verkauf. Wählen Sie einen freien.</translation>
    </message>
    <message>
        <source>Hold this seat?</source>
        <translation>Diesen Platz vormerken?</translation>
    </message>
    <message>
        <source>Seat %1 is kept for you while you decide. Nobody else can take it meanwhile.</source>
        <translation>Platz %1 bleibt für Sie vorgemerkt, während Sie sich entscheiden. In dieser Zeit kann ihn niemand sonst nehmen.</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Vormerken</translation>
    </message>
    <message>
        <source>Give this seat back?</source>
        <translation>Diesen Platz zurückgeben?</translation>
    </message>
    <message>
        <source>Seat %1 becomes free at once and somebody else may take it.</source>
        <translation>Platz %1 wird sofort frei, und jemand anderes kann ihn nehmen.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Do not ask again</source>
        <translation>Nicht mehr fragen</translation>
    </message>
    <message>
        <source>Hold these seats?</source>
        <translation>Diese Plätze vormerken?</translation>
    </message>
    <message>
        <source>They are kept for you while you decide. Nobody else can take them meanwhile.</source>
        <translation>Sie bleiben für Sie vorgemerkt, während Sie sich entscheiden. In dieser Zeit kann sie niemand sonst nehmen.</translation>
    </message>
    <message>
        <source>Save the map as PDF</source>
        <translation>Saalplan als PDF sichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>The map is saved as %1.</source>
        <translation>Der Saalplan ist gesichert: %1.</translation>
    </message>
    <message>
        <source>The map could not be saved as %1. Choose another folder.</source>
        <translation>Der Saalplan konnte nicht als %1 gesichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Drawing the map… %1 %</source>
        <translation>Der Plan wird gezeichnet… %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;About this event</source>
        <translation>&amp;Über diese Veranstaltung</translation>
    </message>
    <message>
        <source>Table %1 is held by someone else at the moment. It may become free again.</source>
        <translation>Tisch %1 ist im Moment für jemand anderen vorgemerkt. Er kann wieder frei werden.</translation>
    </message>
    <message>
        <source>Table %1 is sold. Choose a free one.</source>
        <translation>Tisch %1 ist verkauft. Wählen Sie einen freien.</translation>
    </message>
    <message>
        <source>Table %1 is not on sale. Choose a free one.</source>
        <translation>Tisch %1 ist nicht im Verkauf. Wählen Sie einen freien.</translation>
    </message>
    <message>
        <source>%1 is full at the moment. Places may become free again.</source>
        <translation>%1 ist im Moment voll. Es können wieder Plätze frei werden.</translation>
    </message>
    <message>
        <source>Hold these places?</source>
        <translation>Diese Plätze vormerken?</translation>
    </message>
    <message>
        <source>Give these places back?</source>
        <translation>Diese Plätze zurückgeben?</translation>
    </message>
    <message>
        <source>They become free at once and somebody else may take them.</source>
        <translation>Sie werden sofort frei, und jemand anderes kann sie nehmen.</translation>
    </message>
    <message>
        <source>Hold this table?</source>
        <translation>Diesen Tisch vormerken?</translation>
    </message>
    <message>
        <source>Table %1 is kept for you with all of its seats while you decide. Nobody else can take it meanwhile.</source>
        <translation>Tisch %1 bleibt mit allen seinen Plätzen für Sie vorgemerkt, während Sie sich entscheiden. In dieser Zeit kann ihn niemand sonst nehmen.</translation>
    </message>
    <message>
        <source>Give this table back?</source>
        <translation>Diesen Tisch zurückgeben?</translation>
    </message>
    <message>
        <source>Table %1 becomes free at once with all of its seats, and somebody else may take it.</source>
        <translation>Tisch %1 wird mit allen seinen Plätzen sofort frei, und jemand anderes kann ihn nehmen.</translation>
    </message>
    <message>
        <source>This event was cancelled: %1</source>
        <translation>Diese Veranstaltung wurde abgesagt: %1</translation>
    </message>
    <message>
        <source>Blocked s&amp;eats</source>
        <translation>Gesperrte &amp;Plätze</translation>
    </message>
    <message>
        <source>On sale from %1.</source>
        <translation>Im Verkauf ab %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::EventWords</name>
    <message>
        <source>Give every ticket type a name.</source>
        <translation>Geben Sie jeder Kartenart einen Namen.</translation>
    </message>
    <message>
        <source>Give the event a name.</source>
        <translation>Geben Sie der Veranstaltung einen Namen.</translation>
    </message>
    <message>
        <source>This text is too long. Shorten it.</source>
        <translation>Dieser Text ist zu lang. Kürzen Sie ihn.</translation>
    </message>
    <message>
        <source>This text has characters in it that cannot be shown. Type it again.</source>
        <translation>In diesem Text sind Zeichen, die man nicht zeigen kann. Geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>This value is not possible. Choose another.</source>
        <translation>Dieser Wert ist nicht möglich. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Sales would end before they begin. Let them begin earlier.</source>
        <translation>Der Verkauf würde enden, bevor er beginnt. Lassen Sie ihn früher beginnen.</translation>
    </message>
    <message>
        <source>These are more ticket types than an event can have. Remove some.</source>
        <translation>Das sind mehr Kartenarten, als eine Veranstaltung haben kann. Entfernen Sie einige.</translation>
    </message>
    <message>
        <source>These are more prices than an event can have. Remove some.</source>
        <translation>Das sind mehr Preise, als eine Veranstaltung haben kann. Entfernen Sie einige.</translation>
    </message>
    <message>
        <source>Two ticket types have the same name. Rename one of them.</source>
        <translation>Zwei Kartenarten heißen gleich. Benennen Sie eine davon um.</translation>
    </message>
    <message>
        <source>A price belongs to a category or ticket type that is not there any more. Enter the prices again.</source>
        <translation>Ein Preis gehört zu einer Preiskategorie oder Kartenart, die es nicht mehr gibt. Geben Sie die Preise neu ein.</translation>
    </message>
    <message>
        <source>Nothing can be sold without a price. Enter at least one.</source>
        <translation>Ohne Preis kann nichts verkauft werden. Geben Sie mindestens einen ein.</translation>
    </message>
    <message>
        <source>The start is in the past. Choose a time to come.</source>
        <translation>Der Beginn liegt in der Vergangenheit. Wählen Sie eine künftige Zeit.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>kind of event</source>
        <translation>Art der Veranstaltung</translation>
    </message>
    <message>
        <source>time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>ticket types</source>
        <translation>Kartenarten</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>rules of the sale</source>
        <translation>Verkaufsregeln</translation>
    </message>
    <message>
        <source>1 date is published, and sold within its sales window.</source>
        <translation>1 Termin ist veröffentlicht und wird in seinem Verkaufszeitraum verkauft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are published, and sold within their sales windows.</source>
        <translation>
            <numerusform>%Ln Termin ist veröffentlicht und wird in seinem Verkaufszeitraum verkauft.</numerusform>
            <numerusform>%Ln Termine sind veröffentlicht und werden in ihren Verkaufszeiträumen verkauft.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sales of 1 date are paused.</source>
        <translation>Der Verkauf von 1 Termin ruht.</translation>
    </message>
    <message numerus="yes">
        <source>Sales of %Ln dates are paused.</source>
        <translation>
            <numerusform>Der Verkauf von %Ln Termin ruht.</numerusform>
            <numerusform>Der Verkauf von %Ln Terminen ruht.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date is saved.</source>
        <translation>1 Termin ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are saved.</source>
        <translation>
            <numerusform>%Ln Termin ist gespeichert.</numerusform>
            <numerusform>%Ln Termine sind gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Left as they are, being otherwise there: %1.</source>
        <translation>Unverändert, weil dort anders: %1.</translation>
    </message>
    <message>
        <source>So is 1 more date.</source>
        <translation>Ebenso 1 weiterer Termin.</translation>
    </message>
    <message numerus="yes">
        <source>So are %Ln more dates.</source>
        <translation>
            <numerusform>Ebenso %Ln weiterer Termin.</numerusform>
            <numerusform>Ebenso %Ln weitere Termine.</numerusform>
        </translation>
    </message>
    <message>
        <source>fees and tax</source>
        <translation>Gebühren und Steuer</translation>
    </message>
    <message>
        <source>poster</source>
        <translation>Plakat</translation>
    </message>
    <message>
        <source>The poster of 1 date is set.</source>
        <translation>Das Plakat von 1 Termin ist gesetzt.</translation>
    </message>
    <message numerus="yes">
        <source>The posters of %Ln dates are set.</source>
        <translation>
            <numerusform>Das Plakat von %Ln Termin ist gesetzt.</numerusform>
            <numerusform>Die Plakate von %Ln Terminen sind gesetzt.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date has no poster any more.</source>
        <translation>1 Termin hat kein Plakat mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates have no poster any more.</source>
        <translation>
            <numerusform>%Ln Termin hat kein Plakat mehr.</numerusform>
            <numerusform>%Ln Termine haben kein Plakat mehr.</numerusform>
        </translation>
    </message>
    <message>
        <source>1 date is cancelled. Nobody can buy or hold seats of it; choose it to see what is owed to whom.</source>
        <translation>1 Termin ist abgesagt. Niemand kann mehr Plätze dafür kaufen oder halten; wählen Sie ihn, um zu sehen, wem was zusteht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates are cancelled. Nobody can buy or hold seats of them; choose one of them to see what is owed to whom.</source>
        <translation>
            <numerusform>%Ln Termin ist abgesagt. Niemand kann mehr Plätze dafür kaufen oder halten; wählen Sie ihn, um zu sehen, wem was zusteht.</numerusform>
            <numerusform>%Ln Termine sind abgesagt. Niemand kann mehr Plätze dafür kaufen oder halten; wählen Sie einen, um zu sehen, wem was zusteht.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::FinderPanel</name>
    <message>
        <source>&amp;Find the best seats</source>
        <translation>Beste Plätze &amp;finden</translation>
    </message>
    <message>
        <source>&amp;Take these</source>
        <translation>Diese &amp;nehmen</translation>
    </message>
    <message>
        <source>Leave these seats</source>
        <translation>Diese Plätze nicht nehmen</translation>
    </message>
    <message>
        <source>Best seats</source>
        <translation>Beste Plätze</translation>
    </message>
    <message>
        <source>&amp;Seats</source>
        <translation>&amp;Plätze</translation>
    </message>
    <message>
        <source>How many seats</source>
        <translation>Anzahl der Plätze</translation>
    </message>
    <message>
        <source>Price zone</source>
        <translation>Preisgruppe</translation>
    </message>
    <message>
        <source>Wheelchair places</source>
        <translation>Rollstuhlplätze</translation>
    </message>
    <message>
        <source>No wheelchair</source>
        <translation>Kein Rollstuhl</translation>
    </message>
    <message numerus="yes">
        <source>%n wheelchair place(s)</source>
        <translation>
            <numerusform>%Ln Rollstuhlplatz</numerusform>
            <numerusform>%Ln Rollstuhlplätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Any price</source>
        <translation>Jeder Preis</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>There are no %n free seats like that. Ask for fewer, or for another price.</source>
        <translation>
            <numerusform>So einen freien Platz gibt es nicht. Suchen Sie zu einem anderen Preis.</numerusform>
            <numerusform>Es gibt keine %Ln freien Plätze dieser Art. Suchen Sie weniger oder zu einem anderen Preis.</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird gesucht …</translation>
    </message>
    <message>
        <source>Also &amp;held back</source>
        <translation>Auch &amp;zurückgehaltene</translation>
    </message>
</context>
<context>
    <name>parterre::ui::FormField</name>
    <message>
        <source>Show the password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>This looks like the number of a card. It must not be written down.</source>
        <translation>Das sieht wie eine Kartennummer aus. Sie darf nicht notiert werden.</translation>
    </message>
    <message>
        <source>Enter a number such as +49 30 123456.</source>
        <translation>Geben Sie eine Nummer wie +49 30 123456 ein.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HallDialog</name>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Hall</source>
        <translation>Saal</translation>
    </message>
    <message>
        <source>Which hall of %1 is %2 a plan of?</source>
        <translation>Von welchem Saal des Hauses %1 ist %2 ein Plan?</translation>
    </message>
    <message>
        <source>&amp;Hall</source>
        <translation>Saa&amp;l</translation>
    </message>
    <message>
        <source>Plans of one hall, seated and standing perhaps, have the same hall here. Then a series shows which of its dates find the hall taken, whichever plan is used.</source>
        <translation>Pläne desselben Saals, bestuhlt und unbestuhlt etwa, haben hier denselben Saal. Dann zeigt eine Reihe, an welchen Terminen der Saal belegt ist, welcher Plan auch benutzt wird.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HeldBackQuestion</name>
    <message>
        <source>Some of these places of %1 are held back. What you do not sell is held back again.</source>
        <translation>Einige dieser Plätze von %1 sind zurückgehalten. Was Sie nicht verkaufen, wird wieder zurückgehalten.</translation>
    </message>
    <message>
        <source>The house holds %1 back: %2. If you do not sell it, it is held back again.</source>
        <translation>Das Haus hält %1 zurück: %2. Wenn Sie den Platz nicht verkaufen, wird er wieder zurückgehalten.</translation>
    </message>
    <message>
        <source>Take what is held back?</source>
        <translation>Zurückgehaltenes nehmen?</translation>
    </message>
    <message>
        <source>Hold it for sale</source>
        <translation>Zum Verkauf vormerken</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HousePane</name>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Reading who is in…</source>
        <translation>Es wird gelesen, wer da ist…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::HousePanel</name>
    <message>
        <source>Sections</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>Bereich hinzufügen</translation>
    </message>
    <message>
        <source>Remove the section</source>
        <translation>Bereich entfernen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Section %1</source>
        <translation>Bereich %1</translation>
    </message>
    <message>
        <source>Add a level</source>
        <translation>Ebene hinzufügen</translation>
    </message>
    <message>
        <source>Remove the level</source>
        <translation>Ebene entfernen</translation>
    </message>
    <message>
        <source>On the map, across</source>
        <translation>Auf der Karte, quer</translation>
    </message>
    <message>
        <source>On the map, down</source>
        <translation>Auf der Karte, hoch</translation>
    </message>
    <message>
        <source>Level %1</source>
        <translation>Ebene %1</translation>
    </message>
    <message>
        <source>As large as what is drawn</source>
        <translation>So groß wie das Gezeichnete</translation>
    </message>
    <message>
        <source>Size of the plan</source>
        <translation>Größe des Saalplans</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Höhe</translation>
    </message>
    <message>
        <source>Change the size</source>
        <translation>Größe ändern</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Picture to trace</source>
        <translation>Bild zum Nachzeichnen</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Set the scale by two points…</source>
        <translation>Maßstab durch zwei Punkte festlegen …</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Bild entfernen</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Erdgeschoss</translation>
    </message>
</context>
<context>
    <name>parterre::ui::KeyChoice</name>
    <message>
        <source>%1 (of no event known here)</source>
        <translation>%1 (bei keiner hier bekannten Veranstaltung)</translation>
    </message>
    <message>
        <source>Looking what there is…</source>
        <translation>Es wird nachgesehen, was es gibt …</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln can be ticked.</source>
        <translation>
            <numerusform>Höchstens %Ln kann gewählt werden.</numerusform>
            <numerusform>Höchstens %Ln können gewählt werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::LogoDialog</name>
    <message>
        <source>The picture is too small for a logo. Choose one with %1 pixels or more on each side.</source>
        <translation>Das Bild ist zu klein für ein Logo. Wählen Sie eines mit mindestens %1 Pixeln an jeder Seite.</translation>
    </message>
    <message>
        <source>The picture is too long and narrow for a logo. Cut it to at most eight times as wide as high and choose it again.</source>
        <translation>Das Bild ist zu lang und schmal für ein Logo. Schneiden Sie es auf höchstens achtmal so breit wie hoch zu, und wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Choose a &amp;picture…</source>
        <translation>&amp;Bild wählen …</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Logo of %1</source>
        <translation>Logo von %1</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>The logo, as it stands on paper</source>
        <translation>Das Logo, wie es auf Papier steht</translation>
    </message>
    <message>
        <source>Empty paper, since there is no logo</source>
        <translation>Leeres Papier, denn es gibt kein Logo</translation>
    </message>
    <message>
        <source>It stands on the tickets and receipts of this house from now on. Receipt printers print it in black dots.</source>
        <translation>Es steht ab jetzt auf den Karten und Belegen dieses Hauses. Bondrucker drucken es in schwarzen Punkten.</translation>
    </message>
    <message>
        <source>There is none yet. A picture on white, wider than high, fits best on tickets and receipts.</source>
        <translation>Es gibt noch keines. Ein Bild auf Weiß, breiter als hoch, passt am besten auf Karten und Belege.</translation>
    </message>
    <message>
        <source>Choose a picture for the logo</source>
        <translation>Bild für das Logo wählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MailDialog</name>
    <message>
        <source>T&amp;o</source>
        <translation>A&amp;n</translation>
    </message>
    <message>
        <source>One address, like ada@example.org</source>
        <translation>Eine Adresse, etwa ada@example.org</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>&amp;Betreff</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>Sent before</source>
        <translation>Bisher gesendet</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Send</source>
        <translation>&amp;Senden</translation>
    </message>
    <message>
        <source>Tickets of booking %1 by mail</source>
        <translation>Karten der Buchung %1 per E-Mail</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>The tickets go with it as PDF, with the codes that are valid now. Prints stay valid, too.</source>
        <translation>Die Karten gehen als PDF mit, mit den jetzt gültigen Codes. Auch Ausdrucke bleiben gültig.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>The tickets are on their way to %1.</source>
        <translation>Die Karten sind unterwegs an %1.</translation>
    </message>
    <message>
        <source>Say what the mail is about.</source>
        <translation>Geben Sie an, worum es geht.</translation>
    </message>
    <message>
        <source>Write a few words.</source>
        <translation>Schreiben Sie ein paar Worte.</translation>
    </message>
    <message numerus="yes">
        <source>This is too long: at most %n characters.</source>
        <translation>
            <numerusform>Das ist zu lang: höchstens %n Zeichen.</numerusform>
            <numerusform>Das ist zu lang: höchstens %n Zeichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>All seats of this booking were given free because nobody had come. There are no tickets to send.</source>
        <translation>Alle Plätze dieser Buchung wurden freigegeben, weil niemand gekommen war. Es gibt keine Karten zu senden.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MailWords</name>
    <message>
        <source>The house&apos;s mail server does not answer.</source>
        <translation>Der Mailserver des Hauses antwortet nicht.</translation>
    </message>
    <message>
        <source>There is no safe way to the house&apos;s mail server. Whoever runs the server has to see to it.</source>
        <translation>Es gibt keinen sicheren Weg zum Mailserver des Hauses. Darum muss sich kümmern, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>The mail server does not take the house&apos;s password. Whoever runs the server has to see to it.</source>
        <translation>Der Mailserver nimmt das Passwort des Hauses nicht an. Darum muss sich kümmern, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>The mail server takes no mail for this address. Check how it is written.</source>
        <translation>Der Mailserver nimmt für diese Adresse nichts an. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The mail server does not take this mail.</source>
        <translation>Der Mailserver nimmt diese E-Mail nicht an.</translation>
    </message>
    <message>
        <source>On its way.</source>
        <translation>Unterwegs.</translation>
    </message>
    <message>
        <source>Not sent yet; next attempt %1.</source>
        <translation>Noch nicht gesendet; nächster Versuch %1.</translation>
    </message>
    <message>
        <source>Sent %1.</source>
        <translation>Gesendet %1.</translation>
    </message>
    <message>
        <source>Not sent, and given up.</source>
        <translation>Nicht gesendet und aufgegeben.</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <translation>Er sagte: %1</translation>
    </message>
    <message>
        <source>By %1, %2.</source>
        <translation>Von %1, %2.</translation>
    </message>
    <message>
        <source>Your tickets for %1</source>
        <translation>Ihre Karten für %1</translation>
    </message>
    <message>
        <source>Hello %1,

your tickets are attached to this mail. Bring them on paper or on your phone: each of them is scanned at the door, and lets one person in.

Your booking is %2.
</source>
        <translation>Guten Tag %1,

Ihre Karten hängen an dieser E-Mail. Bringen Sie sie auf Papier oder auf dem Telefon mit: Jede wird am Einlass gescannt und lässt eine Person ein.

Ihre Buchung ist %2.
</translation>
    </message>
    <message>
        <source>Its tickets were void before it could be sent.</source>
        <translation>Die Karten waren ungültig, bevor gesendet werden konnte.</translation>
    </message>
    <message>
        <source>By %1.</source>
        <translation>Von %1.</translation>
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
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;Anmelden</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>Ab&amp;melden</translation>
    </message>
    <message>
        <source>%1 – Parterre</source>
        <translation>%1 – Parterre</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>User menu: %1</source>
        <translation>Benutzermenü: %1</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MapPane</name>
    <message>
        <source>&amp;Legend</source>
        <translation>Le&amp;gende</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Show the whole house</source>
        <translation>Ganzen Saal zeigen</translation>
    </message>
    <message>
        <source>Small map of the whole house</source>
        <translation>Kleiner Plan des ganzen Saals</translation>
    </message>
    <message>
        <source>Save the map as PDF</source>
        <translation>Saalplan als PDF sichern</translation>
    </message>
</context>
<context>
    <name>parterre::ui::MessageBanner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::Navigator</name>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Bookings</source>
        <translation>Buchungen</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Your seats are kept longer.</source>
        <translation>Ihre Plätze bleiben länger vorgemerkt.</translation>
    </message>
    <message>
        <source>The connection is back.</source>
        <translation>Die Verbindung ist wieder da.</translation>
    </message>
    <message>
        <source>The connection is back; this is a new visit.</source>
        <translation>Die Verbindung ist wieder da; dies ist ein neuer Besuch.</translation>
    </message>
    <message>
        <source>The connection to the server is lost. Parterre keeps trying; your seats are kept for a short while.</source>
        <translation>Die Verbindung zum Server ist unterbrochen. Parterre versucht es weiter; Ihre Plätze bleiben noch kurze Zeit vorgemerkt.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>Designer</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Freigaben</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NoShowsDialog</name>
    <message>
        <source>Everybody who has paid is in.</source>
        <translation>Alle, die bezahlt haben, sind da.</translation>
    </message>
    <message>
        <source>Release no-shows</source>
        <translation>Nicht Erschienene freigeben</translation>
    </message>
    <message>
        <source>Who has not come</source>
        <translation>Wer nicht gekommen ist</translation>
    </message>
    <message>
        <source>Reading who has not come…</source>
        <translation>Wer nicht gekommen ist, wird gelesen…</translation>
    </message>
    <message>
        <source>&amp;Release 1 seat</source>
        <translation>1 Platz &amp;freigeben</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Release %n seats</source>
        <translation>
            <numerusform>%n Platz &amp;freigeben</numerusform>
            <numerusform>%n Plätze &amp;freigeben</numerusform>
        </translation>
    </message>
    <message>
        <source>Search by name, seat, booking or ticket</source>
        <translation>Nach Name, Platz, Buchung oder Karte suchen</translation>
    </message>
    <message>
        <source>&amp;All that are shown</source>
        <translation>&amp;Alle angezeigten</translation>
    </message>
    <message>
        <source>These people have paid and have not come. Untick whom you wait for: the seats of the others go on sale again at once, what they paid stays with the house, and their tickets let nobody in any more.</source>
        <translation>Diese Personen haben bezahlt und sind nicht gekommen. Wählen Sie ab, auf wen Sie warten: Die Plätze der anderen werden sofort wieder verkauft, was sie bezahlt haben, bleibt beim Haus, und ihre Karten lassen niemanden mehr ein.</translation>
    </message>
    <message>
        <source>Reason (optional, it is kept)</source>
        <translation>Grund (freiwillig, er wird aufbewahrt)</translation>
    </message>
    <message>
        <source>Giving the seats free…</source>
        <translation>Plätze werden freigegeben …</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NotesPanel</name>
    <message>
        <source>Ne&amp;w note</source>
        <translation>Neue &amp;Notiz</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>Notieren</translation>
    </message>
</context>
<context>
    <name>parterre::ui::NumberingDialog</name>
    <message>
        <source>Label &amp;rows</source>
        <translation>&amp;Reihen bezeichnen</translation>
    </message>
    <message>
        <source>From the back</source>
        <translation>Von hinten</translation>
    </message>
    <message>
        <source>Number &amp;seats</source>
        <translation>&amp;Plätze nummerieren</translation>
    </message>
    <message>
        <source>Go on across aisles and blocks</source>
        <translation>Über Gänge und Blöcke weiterzählen</translation>
    </message>
    <message>
        <source>Number &amp;tables</source>
        <translation>&amp;Tische nummerieren</translation>
    </message>
    <message>
        <source>Rows and numbers</source>
        <translation>Reihen und Nummern</translation>
    </message>
    <message>
        <source>What is selected</source>
        <translation>Was ausgewählt ist</translation>
    </message>
    <message>
        <source>The section</source>
        <translation>Der Bereich</translation>
    </message>
    <message>
        <source>The whole house</source>
        <translation>Der ganze Saal</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Für</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
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
        <translation>Art</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Never use</source>
        <translation>Nie verwenden</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Davor</translation>
    </message>
    <message>
        <source>Left to right</source>
        <translation>Von links nach rechts</translation>
    </message>
    <message>
        <source>Right to left</source>
        <translation>Von rechts nach links</translation>
    </message>
    <message>
        <source>Odd left, even right</source>
        <translation>Ungerade links, gerade rechts</translation>
    </message>
    <message>
        <source>Odd right, even left</source>
        <translation>Ungerade rechts, gerade links</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
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
        <translation>Reihe %1, %2</translation>
    </message>
    <message>
        <source>and more</source>
        <translation>und weitere</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>side by side</source>
        <translation>nebeneinander</translation>
    </message>
    <message>
        <source>in rows behind each other</source>
        <translation>in Reihen hintereinander</translation>
    </message>
    <message>
        <source>not all together</source>
        <translation>nicht alle zusammen</translation>
    </message>
    <message>
        <source>Best view</source>
        <translation>Beste Sicht</translation>
    </message>
    <message>
        <source>Next best</source>
        <translation>Nächstbeste</translation>
    </message>
    <message>
        <source>Best for less</source>
        <translation>Beste für weniger</translation>
    </message>
    <message>
        <source>Nearest to your choice</source>
        <translation>Am nächsten an Ihrer Wahl</translation>
    </message>
    <message>
        <source>table %1</source>
        <translation>Tisch %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::OnlineDialog</name>
    <message>
        <source>Pay online</source>
        <translation>Online bezahlen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::OnlinePanel</name>
    <message>
        <source>Waiting for the payment</source>
        <translation>Warten auf die Zahlung</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>Nicht bezahlt</translation>
    </message>
    <message>
        <source>Paid too late</source>
        <translation>Zu spät bezahlt</translation>
    </message>
    <message>
        <source>Paid and not booked</source>
        <translation>Bezahlt und nicht gebucht</translation>
    </message>
    <message>
        <source>The payment service cannot be reached at the moment. It is asked again and again; your seats wait meanwhile.</source>
        <translation>Der Zahlungsdienst ist im Moment nicht zu erreichen. Er wird immer wieder gefragt; Ihre Plätze warten solange.</translation>
    </message>
    <message>
        <source>The last attempt was declined. Try another card or way to pay on the page in your browser.</source>
        <translation>Der letzte Versuch wurde abgelehnt. Versuchen Sie auf der Seite in Ihrem Browser eine andere Karte oder Zahlungsweise.</translation>
    </message>
    <message>
        <source>Pay on the page in your browser. Your seats wait until the time is over.</source>
        <translation>Zahlen Sie auf der Seite in Ihrem Browser. Ihre Plätze warten, bis die Zeit um ist.</translation>
    </message>
    <message>
        <source>The booking is confirmed.</source>
        <translation>Die Buchung ist bestätigt.</translation>
    </message>
    <message>
        <source>The payment service did not take this payment. Nothing was paid, and the seats are free again.</source>
        <translation>Der Zahlungsdienst hat diese Zahlung nicht angenommen. Es wurde nichts bezahlt, und die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>Nothing was paid, and the seats are free again.</source>
        <translation>Es wurde nichts bezahlt, und die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>The seats were gone when the payment arrived. Your money is on its way back.</source>
        <translation>Die Plätze waren vergeben, als die Zahlung ankam. Ihr Geld ist auf dem Weg zurück.</translation>
    </message>
    <message>
        <source>The seats were gone when the payment arrived. Your money went back the way it came.</source>
        <translation>Die Plätze waren vergeben, als die Zahlung ankam. Ihr Geld ging den Weg zurück, den es kam.</translation>
    </message>
    <message>
        <source>The payment arrived and could not be booked. Ask the house for help and name the reference.</source>
        <translation>Die Zahlung kam an und konnte nicht gebucht werden. Bitten Sie das Haus um Hilfe, und nennen Sie die Buchungsnummer.</translation>
    </message>
    <message>
        <source>The house has settled this payment.</source>
        <translation>Das Haus hat diese Zahlung geregelt.</translation>
    </message>
    <message>
        <source>&amp;Give up</source>
        <translation>Auf&amp;geben</translation>
    </message>
    <message>
        <source>&amp;Open the payment page</source>
        <translation>&amp;Zahlungsseite öffnen</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Booking %1</source>
        <translation>Buchung %1</translation>
    </message>
    <message>
        <source>The payment service did not take this payment. Nothing was paid; the booking stays reserved.</source>
        <translation>Der Zahlungsdienst hat diese Zahlung nicht angenommen. Bezahlt wurde nichts; die Buchung bleibt reserviert.</translation>
    </message>
    <message>
        <source>Nothing was paid this way. The booking stays as it is.</source>
        <translation>Auf diesem Weg wurde nichts bezahlt. Die Buchung bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>The booking was another one, or over, when the payment arrived. Your money is on its way back.</source>
        <translation>Die Buchung war eine andere oder vorbei, als die Zahlung eintraf. Ihr Geld ist auf dem Weg zurück.</translation>
    </message>
    <message>
        <source>The booking was another one, or over, when the payment arrived. Your money went back the way it came.</source>
        <translation>Die Buchung war eine andere oder vorbei, als die Zahlung eintraf. Ihr Geld ging zurück, wie es kam.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperBar</name>
    <message>
        <source>All on one page</source>
        <translation>Alle auf einer Seite</translation>
    </message>
    <message>
        <source>With receipt</source>
        <translation>Mit Quittung</translation>
    </message>
    <message>
        <source>&amp;New code…</source>
        <translation>&amp;Neuer Code…</translation>
    </message>
    <message>
        <source>Wide tickets</source>
        <translation>Breite Karten</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>80-mm-Rolle</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Gives one ticket a new code. Whoever comes with an older print is not let in.</source>
        <translation>Gibt einer Karte einen neuen Code. Wer mit einem älteren Ausdruck kommt, wird nicht eingelassen.</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>Als &amp;PDF speichern…</translation>
    </message>
    <message>
        <source>Ca&amp;lendar…</source>
        <translation>&amp;Kalender…</translation>
    </message>
    <message>
        <source>Saves the date for a calendar</source>
        <translation>Speichert den Termin für einen Kalender</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>Bondrucker</translation>
    </message>
    <message>
        <source>Send by &amp;mail…</source>
        <translation>Per E-&amp;Mail senden…</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Drucken</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperDesk</name>
    <message>
        <source>Save the tickets as PDF</source>
        <translation>Karten als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Save the date for a calendar</source>
        <translation>Termin für einen Kalender speichern</translation>
    </message>
    <message>
        <source>Calendar files (*.ics)</source>
        <translation>Kalenderdateien (*.ics)</translation>
    </message>
    <message>
        <source>Booking %1 is printed.</source>
        <translation>Buchung %1 ist gedruckt.</translation>
    </message>
    <message>
        <source>Save the receipt as PDF</source>
        <translation>Beleg als PDF speichern</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperOutlet</name>
    <message>
        <source>The printer did not take the pages.</source>
        <translation>Der Drucker hat die Seiten nicht angenommen.</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Nothing could be saved as %1. Choose another folder.</source>
        <translation>Als %1 konnte nichts gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaperWords</name>
    <message>
        <source>Receipt for booking %1</source>
        <translation>Quittung für Buchung %1</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Erhalten</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Tax contained</source>
        <translation>Enthaltene Steuer</translation>
    </message>
    <message>
        <source>Receipt for the cancelled booking %1</source>
        <translation>Beleg der stornierten Buchung %1</translation>
    </message>
    <message>
        <source>Receipt number %1</source>
        <translation>Belegnummer %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>storniert</translation>
    </message>
    <message>
        <source>Owed, not paid back yet</source>
        <translation>Offen, noch nicht zurückgezahlt</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PartForm</name>
    <message>
        <source>A&amp;mount</source>
        <translation>B&amp;etrag</translation>
    </message>
    <message>
        <source>&amp;Reference</source>
        <translation>Re&amp;ferenz</translation>
    </message>
    <message>
        <source>Brand of the card</source>
        <translation>Kartenmarke</translation>
    </message>
    <message>
        <source>&amp;Last four digits</source>
        <translation>&amp;Letzte vier Ziffern</translation>
    </message>
    <message>
        <source>Name and address &amp;of the payer</source>
        <translation>Name und Ans&amp;chrift des Zahlers</translation>
    </message>
    <message>
        <source>Wh&amp;y it is complimentary</source>
        <translation>&amp;Warum es gratis ist</translation>
    </message>
    <message>
        <source>&amp;Reference on the terminal&apos;s receipt</source>
        <translation>Re&amp;ferenz auf dem Beleg des Terminals</translation>
    </message>
    <message>
        <source>&amp;Reference of the invoice</source>
        <translation>Re&amp;ferenz der Rechnung</translation>
    </message>
    <message>
        <source>Left to pay</source>
        <translation>Noch zu zahlen</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>Geben Sie einen Betrag wie %1 ein.</translation>
    </message>
    <message>
        <source>This is more than is due. Only cash gives change.</source>
        <translation>Das ist mehr, als zu zahlen ist. Nur auf Bargeld gibt es Rückgeld.</translation>
    </message>
    <message>
        <source>Enter the reference that the terminal printed.</source>
        <translation>Geben Sie die Referenz ein, die das Terminal gedruckt hat.</translation>
    </message>
    <message>
        <source>Enter who gets the invoice.</source>
        <translation>Geben Sie ein, wer die Rechnung bekommt.</translation>
    </message>
    <message>
        <source>Say why nobody pays.</source>
        <translation>Sagen Sie, warum niemand zahlt.</translation>
    </message>
    <message>
        <source>Enter four digits, or none.</source>
        <translation>Geben Sie vier Ziffern ein oder keine.</translation>
    </message>
    <message>
        <source>Code of t&amp;he voucher</source>
        <translation>C&amp;ode des Gutscheins</translation>
    </message>
    <message>
        <source>Nothing is left on this voucher.</source>
        <translation>Auf diesem Gutschein ist nichts übrig.</translation>
    </message>
    <message>
        <source>Enter the code as it is printed: four groups of four.</source>
        <translation>Geben Sie den Code ein, wie er gedruckt ist: vier Gruppen zu vier Zeichen.</translation>
    </message>
    <message>
        <source>%1 is on it.</source>
        <translation>%1 sind darauf.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PayDialog</name>
    <message>
        <source>Take the payment</source>
        <translation>Zahlung annehmen</translation>
    </message>
    <message>
        <source>It is p&amp;aid</source>
        <translation>Er ist &amp;bezahlt</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PayUntilDialog</name>
    <message>
        <source>Change the date</source>
        <translation>Datum ändern</translation>
    </message>
    <message>
        <source>To be paid &amp;until</source>
        <translation>Zu zahlen &amp;bis</translation>
    </message>
    <message>
        <source>Change the &amp;date</source>
        <translation>&amp;Datum ändern</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaymentPanel</name>
    <message>
        <source>Way of paying</source>
        <translation>Zahlungsart</translation>
    </message>
    <message>
        <source>Nothing is left to pay.</source>
        <translation>Es ist nichts mehr zu zahlen.</translation>
    </message>
    <message>
        <source>Add as a &amp;part</source>
        <translation>Als Teil &amp;hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Cash</source>
        <translation>B&amp;ar</translation>
    </message>
    <message>
        <source>Car&amp;d</source>
        <translation>&amp;Karte</translation>
    </message>
    <message>
        <source>&amp;Invoice</source>
        <translation>Rechnun&amp;g</translation>
    </message>
    <message>
        <source>Complimen&amp;tary</source>
        <translation>G&amp;ratis</translation>
    </message>
    <message>
        <source>Take out: %1</source>
        <translation>Herausnehmen: %1</translation>
    </message>
    <message>
        <source>Enter how much of it is paid in cash: less than is left.</source>
        <translation>Geben Sie ein, wie viel davon bar bezahlt wird: weniger, als noch offen ist.</translation>
    </message>
    <message>
        <source>%1 would be left. Add this as a part first, then pay the rest.</source>
        <translation>%1 blieben offen. Fügen Sie dies zuerst als Teil hinzu und zahlen Sie dann den Rest.</translation>
    </message>
    <message>
        <source>&amp;Voucher</source>
        <translation>G&amp;utschein</translation>
    </message>
    <message>
        <source>On&amp;line</source>
        <translation>On&amp;line</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PaymentWords</name>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>reference %1</source>
        <translation>Referenz %1</translation>
    </message>
    <message>
        <source>Paid in cash</source>
        <translation>Bar bezahlt</translation>
    </message>
    <message>
        <source>Paid by card</source>
        <translation>Mit Karte bezahlt</translation>
    </message>
    <message>
        <source>Paid by invoice</source>
        <translation>Auf Rechnung bezahlt</translation>
    </message>
    <message>
        <source>Complimentary</source>
        <translation>Gratis</translation>
    </message>
    <message>
        <source>Paid back in cash</source>
        <translation>Bar erstattet</translation>
    </message>
    <message>
        <source>Paid back to the card</source>
        <translation>Auf die Karte erstattet</translation>
    </message>
    <message>
        <source>Credited on the invoice</source>
        <translation>Auf der Rechnung gutgeschrieben</translation>
    </message>
    <message>
        <source>Complimentary, taken back</source>
        <translation>Gratis, zurückgenommen</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>Rechnung</translation>
    </message>
    <message>
        <source>%1 in cash</source>
        <translation>%1 bar</translation>
    </message>
    <message>
        <source>%1 to the card, at the terminal</source>
        <translation>%1 auf die Karte, am Terminal</translation>
    </message>
    <message>
        <source>%1 to card %2, at the terminal</source>
        <translation>%1 auf Karte %2, am Terminal</translation>
    </message>
    <message>
        <source>%1 as a credit on the invoice to %2</source>
        <translation>%1 als Gutschrift auf die Rechnung an %2</translation>
    </message>
    <message>
        <source>%1 was complimentary; nobody gets it</source>
        <translation>%1 war gratis; niemand bekommt es</translation>
    </message>
    <message>
        <source>Paid by voucher</source>
        <translation>Mit Gutschein bezahlt</translation>
    </message>
    <message>
        <source>Paid online</source>
        <translation>Online bezahlt</translation>
    </message>
    <message>
        <source>Paid back to the voucher</source>
        <translation>Auf den Gutschein zurückgezahlt</translation>
    </message>
    <message>
        <source>Paid back online</source>
        <translation>Online zurückgezahlt</translation>
    </message>
    <message>
        <source>Voucher</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>%1 to voucher %2</source>
        <translation>%1 auf Gutschein %2</translation>
    </message>
    <message>
        <source>%1 by the way it was paid online</source>
        <translation>%1 auf dem Weg der Onlinezahlung</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PictureTracing</name>
    <message>
        <source>Choose a picture to trace</source>
        <translation>Bild zum Nachzeichnen wählen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg *.pdf)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.svg *.pdf)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The picture is larger than %1. Save it smaller and try again.</source>
        <translation>Das Bild ist größer als %1. Speichern Sie es kleiner und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is no picture that can be shown. Choose a PNG, JPEG, SVG or PDF file.</source>
        <translation>Das ist kein Bild, das gezeigt werden kann. Wählen Sie eine PNG-, JPEG-, SVG- oder PDF-Datei.</translation>
    </message>
    <message>
        <source>Drag along something in the picture whose length you know, such as a row.</source>
        <translation>Ziehen Sie im Bild an etwas entlang, dessen Länge Sie kennen, etwa an einer Reihe.</translation>
    </message>
    <message>
        <source>Scale of the picture</source>
        <translation>Maßstab des Bildes</translation>
    </message>
    <message>
        <source>How long is this, in plan units? Two seats of a row usually stand 25 apart.</source>
        <translation>Wie lang ist das in Planeinheiten? Zwei Plätze einer Reihe stehen gewöhnlich 25 auseinander.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlainText</name>
    <message>
        <source>, </source>
        <comment>between the names of seats</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlanCardDelegate</name>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::PlansScreen</name>
    <message>
        <source>Save to a &amp;file…</source>
        <translation>In &amp;Datei speichern…</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>House plans</source>
        <translation>Saalpläne</translation>
    </message>
    <message>
        <source>&amp;Import a plan…</source>
        <translation>Plan &amp;importieren…</translation>
    </message>
    <message>
        <source>What was repaired in the file</source>
        <translation>Was in der Datei repariert wurde</translation>
    </message>
    <message>
        <source>&amp;House</source>
        <translation>&amp;Haus</translation>
    </message>
    <message>
        <source>&amp;Name of the plan</source>
        <translation>&amp;Name des Plans</translation>
    </message>
    <message>
        <source>Sending the plan… %1 %</source>
        <translation>Der Plan wird gesendet… %1 %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The plan is saved as %1.</source>
        <translation>Der Plan ist als %1 gespeichert.</translation>
    </message>
    <message>
        <source>The plan could not be saved as %1. Choose another folder.</source>
        <translation>Der Plan konnte nicht als %1 gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>Import a plan</source>
        <translation>Plan importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>Plan speichern</translation>
    </message>
    <message>
        <source>Parterre plans (*.json)</source>
        <translation>Parterre-Pläne (*.json)</translation>
    </message>
    <message>
        <source>Reading the plan…</source>
        <translation>Der Plan wird gelesen…</translation>
    </message>
    <message>
        <source>No plan chosen</source>
        <translation>Kein Plan gewählt</translation>
    </message>
    <message>
        <source>Import a plan…</source>
        <translation>Plan importieren…</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>Not published</source>
        <translation>Nicht veröffentlicht</translation>
    </message>
    <message>
        <source>Nothing had to be repaired</source>
        <translation>Nichts war zu reparieren</translation>
    </message>
    <message>
        <source>A new plan of this house.</source>
        <translation>Ein neuer Plan dieses Hauses.</translation>
    </message>
    <message>
        <source>Becomes version %1. Events on sale keep the version they have.</source>
        <translation>Wird Version %1. Veranstaltungen im Verkauf behalten die Version, die sie haben.</translation>
    </message>
    <message>
        <source>Version %1 of %2 is published. New events can use it; events on sale keep the version they have.</source>
        <translation>Version %1 von %2 ist veröffentlicht. Neue Veranstaltungen können sie verwenden; Veranstaltungen im Verkauf behalten die Version, die sie haben.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sections</source>
        <translation>
            <numerusform>%Ln Bereich</numerusform>
            <numerusform>%Ln Bereiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln repairs</source>
        <translation>
            <numerusform>%Ln Reparatur</numerusform>
            <numerusform>%Ln Reparaturen</numerusform>
        </translation>
    </message>
    <message>
        <source>Map of the plan</source>
        <translation>Karte des Plans</translation>
    </message>
    <message>
        <source>The plan is saved as %1, but this format has no place for all of it: %2</source>
        <translation>Der Plan ist als %1 gespeichert, aber dieses Format hat nicht für alles Platz: %2</translation>
    </message>
    <message>
        <source>Seating plans (*.json *.svg *.csv *.tsv *.txt)</source>
        <translation>Saalpläne (*.json *.svg *.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>pretix plans (*.json)</source>
        <translation>pretix-Pläne (*.json)</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Seat lists (*.csv)</source>
        <translation>Platzlisten (*.csv)</translation>
    </message>
    <message>
        <source>Choose a plan to look at it, or import one: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here.</source>
        <translation>Wählen Sie einen Plan, um ihn anzusehen, oder importieren Sie einen: eine Datei von Parterre oder pretix, eine Zeichnung (SVG) oder eine Tabelle (CSV). Ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>D&amp;iscard</source>
        <translation>Ver&amp;werfen</translation>
    </message>
    <message>
        <source>&amp;Draw a plan…</source>
        <translation>Saalplan &amp;zeichnen …</translation>
    </message>
    <message>
        <source>PDF documents (*.pdf)</source>
        <translation>PDF-Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Edit the plan</source>
        <translation>Saalplan bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>Ver&amp;gleichen…</translation>
    </message>
    <message>
        <source>What would &amp;change?</source>
        <translation>W&amp;as würde sich ändern?</translation>
    </message>
    <message>
        <source>Compare versions</source>
        <translation>Versionen vergleichen</translation>
    </message>
    <message>
        <source>There is only one version so far</source>
        <translation>Bisher gibt es nur eine Version</translation>
    </message>
    <message>
        <source>The page for %1 could not be drawn.</source>
        <translation>Die Seite für %1 konnte nicht gezeichnet werden.</translation>
    </message>
    <message>
        <source>H&amp;all…</source>
        <translation>Saa&amp;l …</translation>
    </message>
    <message>
        <source>H&amp;ouses…</source>
        <translation>Hä&amp;user …</translation>
    </message>
    <message>
        <source>Which hall of the house it is a plan of</source>
        <translation>Von welchem Saal des Hauses es ein Plan ist</translation>
    </message>
    <message>
        <source>%1 is a plan of the hall %2.</source>
        <translation>%1 ist ein Plan des Saals %2.</translation>
    </message>
    <message>
        <source>Hall: %1</source>
        <translation>Saal: %1</translation>
    </message>
    <message>
        <source>Begin with the house</source>
        <translation>Beginnen Sie mit dem Haus</translation>
    </message>
    <message>
        <source>Say what it is called, where it is and by which clock it goes. Then draw its plan or import it, and make events in the programme.</source>
        <translation>Sagen Sie, wie es heißt, wo es steht und nach welcher Uhr es geht. Zeichnen oder importieren Sie dann seinen Plan, und legen Sie im Programm Veranstaltungen an.</translation>
    </message>
    <message>
        <source>New house…</source>
        <translation>Neues Haus …</translation>
    </message>
    <message>
        <source>No plan yet</source>
        <translation>Noch kein Plan</translation>
    </message>
    <message>
        <source>Draw the hall, or import its plan: a file of Parterre or pretix, a drawing (SVG) or a table (CSV). Drop it here. As soon as it is published, events can be made in the programme.</source>
        <translation>Zeichnen Sie den Saal, oder importieren Sie seinen Plan: eine Datei von Parterre oder pretix, eine Zeichnung (SVG) oder eine Tabelle (CSV). Lassen Sie sie hier fallen. Sobald er veröffentlicht ist, können im Programm Veranstaltungen angelegt werden.</translation>
    </message>
    <message>
        <source>There is no house yet: make it first, with the button Houses.</source>
        <translation>Es gibt noch kein Haus: Legen Sie es zuerst an, mit dem Knopf „Häuser“.</translation>
    </message>
    <message>
        <source>&amp;Logo…</source>
        <translation>Log&amp;o …</translation>
    </message>
    <message>
        <source>The picture on the tickets of the house</source>
        <translation>Das Bild auf den Karten des Hauses</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PosterField</name>
    <message>
        <source>Choose a picture…</source>
        <translation>Bild wählen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the poster</source>
        <translation>Das Plakat entfernen</translation>
    </message>
    <message>
        <source>Poster of %1</source>
        <translation>Plakat von %1</translation>
    </message>
    <message>
        <source>A painted picture, since there is no poster</source>
        <translation>Ein gemaltes Bild, denn es gibt kein Plakat</translation>
    </message>
    <message>
        <source>Save the event first. Until it has a poster, a painted picture stands in.</source>
        <translation>Speichern Sie zuerst die Veranstaltung. Bis sie ein Plakat hat, steht ein gemaltes Bild dafür.</translation>
    </message>
    <message>
        <source>Another picture takes its place at once, without saving the event.</source>
        <translation>Ein anderes Bild tritt sofort an seine Stelle, ohne dass die Veranstaltung gespeichert wird.</translation>
    </message>
    <message>
        <source>Until there is a poster, a painted picture stands in. Any picture will do, and it is shown at once, without saving the event.</source>
        <translation>Bis es ein Plakat gibt, steht ein gemaltes Bild dafür. Jedes Bild ist recht; es wird sofort gezeigt, ohne dass die Veranstaltung gespeichert wird.</translation>
    </message>
    <message>
        <source>Choose a picture for the poster</source>
        <translation>Ein Bild für das Plakat wählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Which dates of the series get the poster, or lose it</source>
        <translation>Welche Termine der Reihe das Plakat bekommen oder verlieren</translation>
    </message>
    <message>
        <source>The new event gets this poster when it is saved. Another can be chosen after that.</source>
        <translation>Die neue Veranstaltung bekommt dieses Plakat, wenn sie gespeichert wird. Danach kann ein anderes gewählt werden.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PosterMaker</name>
    <message>
        <source>The picture cannot be opened. Choose one that you may read.</source>
        <translation>Das Bild lässt sich nicht öffnen. Wählen Sie eines, das Sie lesen dürfen.</translation>
    </message>
    <message>
        <source>The picture is too large. Save it with fewer pixels and choose it again.</source>
        <translation>Das Bild ist zu groß. Speichern Sie es mit weniger Pixeln, und wählen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is no picture that can be read. Choose another, or save it anew as PNG or JPEG.</source>
        <translation>Das ist kein lesbares Bild. Wählen Sie ein anderes, oder speichern Sie es neu als PNG oder JPEG.</translation>
    </message>
    <message>
        <source>The picture is too small for a poster. Choose one with %1 pixels or more on each side.</source>
        <translation>Das Bild ist zu klein für ein Plakat. Wählen Sie eines mit mindestens %1 Pixeln auf jeder Seite.</translation>
    </message>
    <message>
        <source>The picture is too long and narrow for a poster. Cut it to the shape of a poster and choose it again.</source>
        <translation>Das Bild ist zu lang und schmal für ein Plakat. Schneiden Sie es zurecht, und wählen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PostponeDialog</name>
    <message>
        <source>Postpone the release</source>
        <translation>Freigabe verschieben</translation>
    </message>
    <message>
        <source>When are these seats free again?</source>
        <translation>Wann sind diese Plätze wieder frei?</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Postpone</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PriceGrid</name>
    <message>
        <source>Not sold</source>
        <translation>Nicht im Verkauf</translation>
    </message>
    <message>
        <source>Offer this ticket type earlier</source>
        <translation>Diese Kartenart weiter vorn anbieten</translation>
    </message>
    <message>
        <source>Offer this ticket type later</source>
        <translation>Diese Kartenart weiter hinten anbieten</translation>
    </message>
    <message>
        <source>Remove this ticket type</source>
        <translation>Diese Kartenart entfernen</translation>
    </message>
    <message>
        <source>&amp;Add a ticket type</source>
        <translation>Kartenart hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Change &amp;prices</source>
        <translation>&amp;Preise ändern</translation>
    </message>
    <message>
        <source>&amp;Copy row to all</source>
        <translation>Zeile in alle &amp;kopieren</translation>
    </message>
    <message>
        <source>Prices by category and ticket type</source>
        <translation>Preise nach Preiskategorie und Kartenart</translation>
    </message>
    <message>
        <source>An empty cell is not sold. Select cells to change several at once; nothing selected means all of them.</source>
        <translation>Ein leeres Feld ist nicht im Verkauf. Wählen Sie Felder aus, um mehrere auf einmal zu ändern; ohne Auswahl sind alle gemeint.</translation>
    </message>
    <message>
        <source>Name of the ticket type</source>
        <translation>Name der Kartenart</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Erwachsene</translation>
    </message>
    <message>
        <source>Ticket %1</source>
        <translation>Karte %1</translation>
    </message>
    <message>
        <source>By how much to change prices</source>
        <translation>Um wie viel die Preise geändert werden</translation>
    </message>
    <message>
        <source>Unit of the change</source>
        <translation>Einheit der Änderung</translation>
    </message>
    <message>
        <source>percent</source>
        <translation>Prozent</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PriceRulesForm</name>
    <message>
        <source>Fees and tax</source>
        <translation>Gebühren und Steuer</translation>
    </message>
    <message>
        <source>Prices contain the tax</source>
        <translation>Preise enthalten die Steuer</translation>
    </message>
    <message>
        <source>Tax is added to prices</source>
        <translation>Steuer kommt zu den Preisen hinzu</translation>
    </message>
    <message>
        <source>Fee of each ticket</source>
        <translation>Gebühr jeder Karte</translation>
    </message>
    <message>
        <source>Fee of a booking</source>
        <translation>Gebühr einer Buchung</translation>
    </message>
    <message>
        <source>Tax of tickets</source>
        <translation>Steuer auf Karten</translation>
    </message>
    <message>
        <source>Tax of fees</source>
        <translation>Steuer auf Gebühren</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Kept of each ticket given back</source>
        <translation>Einbehalten von jeder zurückgegebenen Karte</translation>
    </message>
    <message>
        <source>And of its price</source>
        <translation>Und von ihrem Preis</translation>
    </message>
    <message>
        <source>Tickets that cost nothing bear no fee. What is kept is never more than the ticket cost.</source>
        <translation>Karten, die nichts kosten, tragen keine Gebühr. Einbehalten wird nie mehr, als die Karte gekostet hat.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PrinterForm</name>
    <message>
        <source>Printe&amp;r</source>
        <translation>Druc&amp;ker</translation>
    </message>
    <message>
        <source>Its network address or device, like 192.168.0.20 or /dev/usb/lp0. Empty when there is none.</source>
        <translation>Seine Netzadresse oder sein Gerät, etwa 192.168.0.20 oder /dev/usb/lp0. Leer, wenn keiner da ist.</translation>
    </message>
    <message>
        <source>Open the &amp;drawer when cash is taken or given back</source>
        <translation>Kassen&amp;lade öffnen, wenn Bargeld genommen oder gegeben wird</translation>
    </message>
    <message>
        <source>Print the tic&amp;kets of each sale</source>
        <translation>Karten jedes Verkaufs dru&amp;cken</translation>
    </message>
    <message>
        <source>Print a rece&amp;ipt after them</source>
        <translation>Danach einen &amp;Beleg drucken</translation>
    </message>
    <message>
        <source>&amp;Test print</source>
        <translation>&amp;Testdruck</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 mm</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 mm</translation>
    </message>
    <message>
        <source>Receipt printer of this desk</source>
        <translation>Bondrucker dieser Kasse</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>Pap&amp;ier</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Es wird gedruckt…</translation>
    </message>
    <message>
        <source>The printer took the test.</source>
        <translation>Der Drucker hat den Test angenommen.</translation>
    </message>
    <message>
        <source>This names no printer. Write it like 192.168.0.20, till-1:9100 or /dev/usb/lp0.</source>
        <translation>Das benennt keinen Drucker. Schreiben Sie etwa 192.168.0.20, till-1:9100 oder /dev/usb/lp0.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProfileScreen</name>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>The password is changed. Other computers have to sign in again.</source>
        <translation>Das Passwort ist geändert. Auf anderen Computern müssen Sie sich neu anmelden.</translation>
    </message>
    <message>
        <source>Like the program</source>
        <translation>Wie das Programm</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Ihre Angaben</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Phone</source>
        <translation>&amp;Telefon</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>S&amp;prache</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Current password</source>
        <translation>&amp;Aktuelles Passwort</translation>
    </message>
    <message>
        <source>Ne&amp;w password</source>
        <translation>Neues Pass&amp;wort</translation>
    </message>
    <message>
        <source>Four words in a row are easy to remember and hard to guess.</source>
        <translation>Vier Wörter hintereinander sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>C&amp;hange the password</source>
        <translation>Passwort än&amp;dern</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Seats you hold become free at once when you log out.</source>
        <translation>Beim Abmelden werden Ihre vorgemerkten Plätze sofort frei.</translation>
    </message>
    <message>
        <source>Log &amp;out</source>
        <translation>A&amp;bmelden</translation>
    </message>
    <message>
        <source>Log out on &amp;every computer</source>
        <translation>Auf allen &amp;Computern abmelden</translation>
    </message>
    <message>
        <source>Enter a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
    <message>
        <source>Enter the password you sign in with now.</source>
        <translation>Geben Sie das Passwort ein, mit dem Sie sich jetzt anmelden.</translation>
    </message>
    <message>
        <source>Enter a new password.</source>
        <translation>Geben Sie ein neues Passwort ein.</translation>
    </message>
    <message>
        <source>This is not your present password. Try again.</source>
        <translation>Das ist nicht Ihr aktuelles Passwort. Versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProgrammeCardDelegate</name>
    <message>
        <source>Published</source>
        <translation>Veröffentlicht</translation>
    </message>
    <message>
        <source>Sale paused</source>
        <translation>Verkauf angehalten</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>part of a series</source>
        <translation>Teil einer Reihe</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ProgrammeScreen</name>
    <message>
        <source>Search the programme</source>
        <translation>Im Spielplan suchen</translation>
    </message>
    <message>
        <source>Show what is &amp;over</source>
        <translation>Vergangenes ze&amp;igen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Pause sales</source>
        <translation>Verkauf anhalten</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>Spielplan</translation>
    </message>
    <message>
        <source>Ne&amp;w event</source>
        <translation>Neue Veranstaltun&amp;g</translation>
    </message>
    <message>
        <source>Events of the programme</source>
        <translation>Veranstaltungen des Spielplans</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>Ohne Speichern verlassen?</translation>
    </message>
    <message>
        <source>What you changed in this event is not saved.</source>
        <translation>Ihre Änderungen an dieser Veranstaltung sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>An event needs a plan of a house. Publish one first, under Plans.</source>
        <translation>Eine Veranstaltung braucht einen Saalplan. Veröffentlichen Sie zuerst einen unter Saalpläne.</translation>
    </message>
    <message>
        <source>Reading the event…</source>
        <translation>Die Veranstaltung wird gelesen…</translation>
    </message>
    <message>
        <source>No event chosen</source>
        <translation>Keine Veranstaltung gewählt</translation>
    </message>
    <message>
        <source>Choose an event to change it, or make a new one. Nobody but the staff sees it before it is published.</source>
        <translation>Wählen Sie eine Veranstaltung, um sie zu ändern, oder legen Sie eine neue an. Bis sie veröffentlicht ist, sieht sie nur das Personal.</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neue Veranstaltung</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of %1 places free</source>
        <translation>
            <numerusform>%Ln von %1 Plätzen frei</numerusform>
            <numerusform>%Ln von %1 Plätzen frei</numerusform>
        </translation>
    </message>
    <message>
        <source>Changed, not saved</source>
        <translation>Geändert, nicht gespeichert</translation>
    </message>
    <message>
        <source>Sa&amp;ve the draft</source>
        <translation>Entwurf &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Resume sales</source>
        <translation>Verkauf &amp;wieder aufnehmen</translation>
    </message>
    <message>
        <source>&amp;Publish</source>
        <translation>&amp;Veröffentlichen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Discard this event?</source>
        <translation>Diese Veranstaltung verwerfen?</translation>
    </message>
    <message>
        <source>Delete this event?</source>
        <translation>Diese Veranstaltung löschen?</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>Sie wurde nie gespeichert.</translation>
    </message>
    <message>
        <source>%1 will be gone for good.</source>
        <translation>%1 ist dann endgültig weg.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>Published. Customers see the event, and it is sold within its sales window.</source>
        <translation>Veröffentlicht. Die Kundschaft sieht die Veranstaltung, und sie wird in ihrer Verkaufszeit verkauft.</translation>
    </message>
    <message>
        <source>Sales are paused. Customers see the event, but nobody can buy.</source>
        <translation>Der Verkauf ist angehalten. Die Kundschaft sieht die Veranstaltung, kann aber nichts kaufen.</translation>
    </message>
    <message>
        <source>The event is gone.</source>
        <translation>Die Veranstaltung ist weg.</translation>
    </message>
    <message>
        <source>Somebody else changed this event meanwhile. Read it again to see how; what you entered is lost then.</source>
        <translation>Jemand anders hat diese Veranstaltung inzwischen geändert. Lesen Sie sie neu, um zu sehen, wie; Ihre Eingaben gehen dabei verloren.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>Cancel event…</source>
        <translation>Absagen…</translation>
    </message>
    <message>
        <source>The event is cancelled. Nobody can buy or hold seats of it; here is what is owed to whom.</source>
        <translation>Die Veranstaltung ist abgesagt. Niemand kann mehr Plätze kaufen oder vormerken; hier steht, was wem zusteht.</translation>
    </message>
    <message>
        <source>Onl&amp;y this series</source>
        <translation>Nur diese &amp;Reihe</translation>
    </message>
    <message>
        <source>Several da&amp;tes…</source>
        <translation>Mehrere &amp;Termine …</translation>
    </message>
    <message>
        <source>Makes the event in the form on many dates</source>
        <translation>Legt die Veranstaltung im Formular an vielen Terminen an</translation>
    </message>
    <message>
        <source>Part of a series</source>
        <translation>Teil einer Reihe</translation>
    </message>
    <message>
        <source>1 draft is made. It is in the list now; publish it when it is ready.</source>
        <translation>1 Entwurf ist angelegt. Er steht jetzt in der Liste; veröffentlichen Sie ihn, wenn er fertig ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln drafts are made. They are in the list now; publish each when it is ready.</source>
        <translation>
            <numerusform>%Ln Entwurf ist angelegt. Er steht jetzt in der Liste; veröffentlichen Sie ihn, wenn er fertig ist.</numerusform>
            <numerusform>%Ln Entwürfe sind angelegt. Sie stehen jetzt in der Liste; veröffentlichen Sie jeden, wenn er fertig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discounts…</source>
        <translation>Ermäßigungen…</translation>
    </message>
    <message>
        <source>Showtimes from outside…</source>
        <translation>Termine von außen…</translation>
    </message>
    <message>
        <source>Which dates of the series are saved, published and paused</source>
        <translation>Welche Termine der Reihe gespeichert, veröffentlicht und angehalten werden</translation>
    </message>
    <message>
        <source>Preparing the picture…</source>
        <translation>Das Bild wird vorbereitet …</translation>
    </message>
    <message>
        <source>The poster is set. Whoever sees the event sees it.</source>
        <translation>Das Plakat ist gesetzt. Wer die Veranstaltung sieht, sieht es.</translation>
    </message>
    <message>
        <source>The event has no poster any more.</source>
        <translation>Die Veranstaltung hat kein Plakat mehr.</translation>
    </message>
    <message>
        <source>Adult</source>
        <translation>Erwachsene</translation>
    </message>
    <message>
        <source>Somebody cancelled this event meanwhile. It stays as it is now, and so does its poster.</source>
        <translation>Jemand hat diese Veranstaltung inzwischen abgesagt. Sie bleibt, wie sie ist, und ihr Plakat auch.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PropertyFields</name>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
</context>
<context>
    <name>parterre::ui::PropertyPanel</name>
    <message numerus="yes">
        <source>%Ln objects</source>
        <translation>
            <numerusform>%Ln Objekt</numerusform>
            <numerusform>%Ln Objekte</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is selected. Choose a tool to draw with, or select what is there to change it.</source>
        <translation>Nichts ist ausgewählt. Wählen Sie ein Werkzeug zum Zeichnen oder wählen Sie aus, was Sie ändern möchten.</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Section</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Preiskategorie</translation>
    </message>
    <message>
        <source>Ground</source>
        <translation>Erdgeschoss</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
    <message>
        <source>Y</source>
        <translation>Y</translation>
    </message>
    <message>
        <source>Rotation, degrees</source>
        <translation>Drehung, Grad</translation>
    </message>
    <message>
        <source>Change: %1</source>
        <translation>Ändern: %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundCardDelegate</name>
    <message>
        <source>Owed</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Nothing owed</source>
        <translation>Nichts offen</translation>
    </message>
    <message>
        <source>%1, paid out on %2</source>
        <translation>%1, ausgezahlt am %2</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundDialog</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Goes back:</source>
        <translation>Zurück geht:</translation>
    </message>
    <message>
        <source>&amp;Waive the fee of %1, because</source>
        <translation>&amp;Gebühr von %1 erlassen, weil</translation>
    </message>
    <message>
        <source>Empty: the fee stays with the house.</source>
        <translation>Leer: die Gebühr bleibt beim Haus.</translation>
    </message>
    <message>
        <source>To a voucher…</source>
        <translation>Auf einen Gutschein…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundForm</name>
    <message>
        <source>Reference on the terminal&apos;s receipt for the refund</source>
        <translation>Referenz auf dem Beleg des Terminals über die Erstattung</translation>
    </message>
    <message>
        <source>Refund it at the terminal, then enter the reference of its receipt.</source>
        <translation>Erstatten Sie es am Terminal und geben Sie dann die Belegnummer ein.</translation>
    </message>
    <message>
        <source>Its code is printed on it. A new one is sold empty, on the page of vouchers.</source>
        <translation>Sein Code ist aufgedruckt. Einen neuen verkauft man leer, auf der Seite der Gutscheine.</translation>
    </message>
    <message>
        <source>Leave it empty to give the cash back.</source>
        <translation>Leer lassen, um das Bargeld zurückzugeben.</translation>
    </message>
    <message>
        <source>Voucher that gets the cash instead</source>
        <translation>Gutschein, der statt Bargeld den Betrag bekommt</translation>
    </message>
    <message>
        <source>Enter the code as it is printed: four groups of four.</source>
        <translation>Geben Sie den Code ein, wie er gedruckt ist: vier Gruppen zu vier Zeichen.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RefundPanel</name>
    <message>
        <source>Pay &amp;out…</source>
        <translation>Aus&amp;zahlen…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>Als CSV speichern…</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Rückzahlungen</translation>
    </message>
    <message>
        <source>Paid out to %1, booking %2.</source>
        <translation>An %1 ausgezahlt, Buchung %2.</translation>
    </message>
    <message>
        <source>Cancelled: %1</source>
        <translation>Abgesagt: %1</translation>
    </message>
    <message>
        <source>1 ticket</source>
        <translation>1 Karte</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets</source>
        <translation>
            <numerusform>%Ln Karte</numerusform>
            <numerusform>%Ln Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 booking</source>
        <translation>1 Buchung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bookings</source>
        <translation>
            <numerusform>%Ln Buchung</numerusform>
            <numerusform>%Ln Buchungen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2  ·  %3 owed  ·  %4 paid out</source>
        <translation>%1, %2  ·  %3 offen  ·  %4 ausgezahlt</translation>
    </message>
    <message>
        <source>1 ticket is still being cancelled.</source>
        <translation>1 Karte wird noch storniert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tickets are still being cancelled.</source>
        <translation>
            <numerusform>%Ln Karte wird noch storniert.</numerusform>
            <numerusform>%Ln Karten werden noch storniert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The refunds could not be read</source>
        <translation>Die Rückzahlungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing to refund</source>
        <translation>Nichts zurückzuzahlen</translation>
    </message>
    <message>
        <source>Nobody had a ticket for it.</source>
        <translation>Niemand hatte eine Karte dafür.</translation>
    </message>
    <message>
        <source>Reading the refunds…</source>
        <translation>Rückzahlungen werden gelesen…</translation>
    </message>
    <message>
        <source>Pay &amp;out %1…</source>
        <translation>%1 aus&amp;zahlen…</translation>
    </message>
    <message>
        <source>Pay out %1?</source>
        <translation>%1 auszahlen?</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Ausgezahlt</translation>
    </message>
    <message>
        <source>Save the refund list</source>
        <translation>Liste der Rückzahlungen speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Refunds %1</source>
        <translation>Rückzahlungen %1</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Nothing could be saved as %1. Choose another folder.</source>
        <translation>Als %1 konnte nichts gespeichert werden. Wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>%1, booking %2. It is written down as paid out.</source>
        <translation>%1, Buchung %2. Es wird als ausgezahlt vermerkt.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReleaseForm</name>
    <message>
        <source>&amp;Ask somebody first</source>
        <translation>Zuerst &amp;jemanden fragen</translation>
    </message>
    <message>
        <source>When somebody releases them</source>
        <translation>Wenn jemand sie freigibt</translation>
    </message>
    <message>
        <source>Some hours before the event</source>
        <translation>Einige Stunden vor der Veranstaltung</translation>
    </message>
    <message>
        <source>At a set time</source>
        <translation>Zu einer festen Zeit</translation>
    </message>
    <message>
        <source>At that time they wait in the list of releases until somebody confirms them.</source>
        <translation>Zu dieser Zeit warten sie in der Liste der Freigaben, bis jemand sie bestätigt.</translation>
    </message>
    <message>
        <source>&amp;Free again</source>
        <translation>&amp;Wieder frei</translation>
    </message>
    <message>
        <source>&amp;Hours before it begins</source>
        <translation>&amp;Stunden vor Beginn</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>Some minutes before the event</source>
        <translation>Einige Minuten vor der Veranstaltung</translation>
    </message>
    <message>
        <source>&amp;Minutes before it begins</source>
        <translation>&amp;Minuten vor Beginn</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReleasesScreen</name>
    <message>
        <source>&amp;Open the event</source>
        <translation>Veranstaltung &amp;öffnen</translation>
    </message>
    <message>
        <source>&amp;Postpone…</source>
        <translation>&amp;Verschieben…</translation>
    </message>
    <message>
        <source>&amp;Confirm</source>
        <translation>&amp;Bestätigen</translation>
    </message>
    <message>
        <source>To be released</source>
        <translation>Freizugeben</translation>
    </message>
    <message>
        <source>Waits to be confirmed since %1</source>
        <translation>Wartet seit %1 auf Bestätigung</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. %2 (%3): %4. %5</source>
        <translation>%1. %2 (%3): %4. %5</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Die Liste konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing is to be released</source>
        <translation>Nichts ist freizugeben</translation>
    </message>
    <message>
        <source>Blocked seats with a time of release come here.</source>
        <translation>Hierher kommen gesperrte Plätze, die zu einer Zeit frei werden.</translation>
    </message>
    <message>
        <source>Free on %1</source>
        <translation>Frei am %1</translation>
    </message>
    <message>
        <source>To be confirmed on %1</source>
        <translation>Zu bestätigen am %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::RepairWords</name>
    <message>
        <source>Several seats have one id</source>
        <translation>Mehrere Plätze haben eine Kennung</translation>
    </message>
    <message>
        <source>A seat got another label</source>
        <translation>Ein Platz wurde umbenannt</translation>
    </message>
    <message>
        <source>A category was added</source>
        <translation>Eine Kategorie wurde ergänzt</translation>
    </message>
    <message>
        <source>A category got another name</source>
        <translation>Eine Kategorie wurde umbenannt</translation>
    </message>
    <message>
        <source>A name or number was made up</source>
        <translation>Ein Name oder eine Nummer wurde vergeben</translation>
    </message>
    <message>
        <source>A usual value was taken</source>
        <translation>Ein üblicher Wert wurde eingesetzt</translation>
    </message>
    <message>
        <source>A value of another kind</source>
        <translation>Ein Wert anderer Art</translation>
    </message>
    <message>
        <source>A number was out of range</source>
        <translation>Eine Zahl lag außerhalb der Grenzen</translation>
    </message>
    <message>
        <source>A text was changed</source>
        <translation>Ein Text wurde geändert</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>Nicht gelesen</translation>
    </message>
    <message>
        <source>Not kept</source>
        <translation>Nicht behalten</translation>
    </message>
    <message>
        <source>A seat outside the plan</source>
        <translation>Ein Platz außerhalb des Plans</translation>
    </message>
    <message>
        <source>A seat upon another</source>
        <translation>Ein Platz auf einem anderen</translation>
    </message>
    <message>
        <source>A guess</source>
        <translation>Eine Vermutung</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReservationCardDelegate</name>
    <message>
        <source>Time is over</source>
        <translation>Die Zeit ist um</translation>
    </message>
    <message>
        <source>1 min</source>
        <translation>1 min</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::ReservationPanel</name>
    <message>
        <source>Reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>1 reservation</source>
        <translation>1 Reservierung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln reservations</source>
        <translation>
            <numerusform>%Ln Reservierung</numerusform>
            <numerusform>%Ln Reservierungen</numerusform>
        </translation>
    </message>
    <message>
        <source>1 seat</source>
        <translation>1 Platz</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3 to be paid</source>
        <translation>%1  ·  %2  ·  %3 zu zahlen</translation>
    </message>
    <message>
        <source>The reservations could not be read</source>
        <translation>Die Reservierungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing is reserved</source>
        <translation>Nichts ist reserviert</translation>
    </message>
    <message>
        <source>What is booked and not paid yet appears here, until it is paid or falls free.</source>
        <translation>Was gebucht und noch nicht bezahlt ist, erscheint hier, bis es bezahlt ist oder frei wird.</translation>
    </message>
    <message>
        <source>Reading the reservations…</source>
        <translation>Reservierungen werden gelesen…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SaleRulesForm</name>
    <message>
        <source>Sales &amp;begin on</source>
        <translation>&amp;Verkauf beginnt am</translation>
    </message>
    <message>
        <source>Sales &amp;end on</source>
        <translation>Verkauf &amp;endet am</translation>
    </message>
    <message>
        <source>Customers may &amp;cancel until</source>
        <translation>&amp;Kundschaft kann stornieren bis</translation>
    </message>
    <message>
        <source>Selling rules</source>
        <translation>Verkaufsregeln</translation>
    </message>
    <message>
        <source>Without a date sales begin at once, and selling and cancelling end with the start.</source>
        <translation>Ohne Datum beginnt der Verkauf sofort; Verkaufen und Stornieren enden mit dem Beginn.</translation>
    </message>
    <message>
        <source>Allow them</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Warn</source>
        <translation>Warnen</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Seats are &amp;kept for (minutes)</source>
        <translation>Plätze bleiben vorge&amp;merkt (Minuten)</translation>
    </message>
    <message>
        <source>Each e&amp;xtension (minutes)</source>
        <translation>Jede Ver&amp;längerung (Minuten)</translation>
    </message>
    <message>
        <source>Extensions of a seat</source>
        <translation>Verlängerungen je Platz</translation>
    </message>
    <message>
        <source>Seats a &amp;customer may hold</source>
        <translation>Plätze, die ein Ku&amp;nde vormerken darf</translation>
    </message>
    <message>
        <source>Single seats &amp;left behind</source>
        <translation>Einzelne ü&amp;brig bleibende Plätze</translation>
    </message>
    <message>
        <source>Reservations end be&amp;fore it (minutes)</source>
        <translation>Reservierungen enden &amp;davor (Minuten)</translation>
    </message>
    <message>
        <source>Tickets in one booking of a customer</source>
        <translation>Karten je Buchung eines Kunden</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ScopeChoice</name>
    <message>
        <source>Only this date</source>
        <translation>Nur dieser Termin</translation>
    </message>
    <message>
        <source>This date and later</source>
        <translation>Dieser Termin und spätere</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>Alle Termine</translation>
    </message>
    <message>
        <source>Of the other dates only that is changed which is as it was on this one; what they have of their own stays</source>
        <translation>An den anderen Terminen ändert sich nur, was dort war wie hier; was sie Eigenes haben, bleibt</translation>
    </message>
    <message>
        <source>Another plan is chosen for each date alone</source>
        <translation>Einen anderen Plan wählt man für jeden Termin einzeln</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SeatFields</name>
    <message numerus="yes">
        <source>%Ln seats</source>
        <translation>
            <numerusform>%Ln Platz</numerusform>
            <numerusform>%Ln Plätze</numerusform>
        </translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Preiskategorie</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>Mehrere Werte</translation>
    </message>
    <message>
        <source>As the row gives it</source>
        <translation>Wie die Reihe sie vergibt</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Join wheelchair place and companion</source>
        <translation>Rollstuhlplatz und Begleitplatz verbinden</translation>
    </message>
    <message>
        <source>Add attributes</source>
        <translation>Merkmale hinzufügen</translation>
    </message>
    <message>
        <source>heated, extra legroom</source>
        <translation>beheizt, mehr Beinfreiheit</translation>
    </message>
    <message>
        <source>Custom attributes</source>
        <translation>Eigene Merkmale</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters each</source>
        <translation>
            <numerusform>Höchstens je %Ln Zeichen</numerusform>
            <numerusform>Höchstens je %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln of them for a seat</source>
        <translation>
            <numerusform>Höchstens %Ln davon für einen Platz</numerusform>
            <numerusform>Höchstens %Ln davon für einen Platz</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>parterre::ui::SelectionMenu</name>
    <message>
        <source>&amp;Select</source>
        <translation>Aus&amp;wählen</translation>
    </message>
    <message>
        <source>Without a category</source>
        <translation>Ohne Preiskategorie</translation>
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
        <translation>1 Termin</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dates</source>
        <translation>
            <numerusform>%Ln Termin</numerusform>
            <numerusform>%Ln Termine</numerusform>
        </translation>
    </message>
    <message>
        <source>1 while something else is in the hall</source>
        <translation>1, während etwas anderes im Saal ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln while something else is in the hall</source>
        <translation>
            <numerusform>%Ln, während etwas anderes im Saal ist</numerusform>
            <numerusform>%Ln, während etwas anderes im Saal ist</numerusform>
        </translation>
    </message>
    <message>
        <source>Rule (RFC 5545)</source>
        <translation>Regel (RFC 5545)</translation>
    </message>
    <message>
        <source>Several dates</source>
        <translation>Mehrere Termine</translation>
    </message>
    <message>
        <source>Several dates of %1</source>
        <translation>Mehrere Termine von %1</translation>
    </message>
    <message>
        <source>Each becomes a draft like the event in the form, and an event of its own afterwards. Sales begin at the same moment for all; they end as long before each start as before the first.</source>
        <translation>Jeder wird ein Entwurf wie die Veranstaltung im Formular und danach eine eigene Veranstaltung. Der Verkauf beginnt für alle zur selben Zeit; er endet so lange vor jedem Beginn wie vor dem ersten.</translation>
    </message>
    <message>
        <source>Number of dates</source>
        <translation>Anzahl der Termine</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>After so many dates</source>
        <translation>Nach so vielen Terminen</translation>
    </message>
    <message>
        <source>On a day</source>
        <translation>An einem Tag</translation>
    </message>
    <message>
        <source>&amp;First date, by the clock of the house</source>
        <translation>&amp;Erster Termin, nach der Uhr des Hauses</translation>
    </message>
    <message>
        <source>&amp;Repeated</source>
        <translation>&amp;Wiederholt</translation>
    </message>
    <message>
        <source>&amp;Ends</source>
        <translation>En&amp;det</translation>
    </message>
    <message>
        <source>Untick what is left out. Type another time where a date begins otherwise.</source>
        <translation>Nehmen Sie das Häkchen weg, wo etwas ausfällt. Tippen Sie eine andere Uhrzeit, wo ein Termin anders beginnt.</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
    <message>
        <source>Monthly, on day %1</source>
        <translation>Monatlich, am %1.</translation>
    </message>
    <message>
        <source>Monthly, on %1 no. %2</source>
        <translation>Monatlich, am %2. %1</translation>
    </message>
    <message>
        <source>Monthly, on the last %1</source>
        <translation>Monatlich, am letzten %1</translation>
    </message>
    <message>
        <source>By a rule of your own</source>
        <translation>Nach eigener Regel</translation>
    </message>
    <message>
        <source>Every so many da&amp;ys</source>
        <translation>Alle so viele &amp;Tage</translation>
    </message>
    <message>
        <source>Every so many &amp;weeks</source>
        <translation>Alle so viele Wo&amp;chen</translation>
    </message>
    <message>
        <source>Every so many &amp;months</source>
        <translation>Alle so viele &amp;Monate</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>Make 1 draft</source>
        <translation>1 Entwurf anlegen</translation>
    </message>
    <message numerus="yes">
        <source>Make %Ln drafts</source>
        <translation>
            <numerusform>%Ln Entwurf anlegen</numerusform>
            <numerusform>%Ln Entwürfe anlegen</numerusform>
        </translation>
    </message>
    <message>
        <source>Making the events…</source>
        <translation>Veranstaltungen werden angelegt …</translation>
    </message>
    <message>
        <source>1 is there already</source>
        <translation>1 ist schon da</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SeriesTable</name>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>In the hall then</source>
        <translation>Dann im Saal</translation>
    </message>
    <message>
        <source>Another date of the series</source>
        <translation>Ein anderer Termin der Reihe</translation>
    </message>
    <message>
        <source>Dates of the series</source>
        <translation>Termine der Reihe</translation>
    </message>
    <message>
        <source>This event, which is there already</source>
        <translation>Diese Veranstaltung, die schon da ist</translation>
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
        <translation>&amp;Name der Quelle</translation>
    </message>
    <message>
        <source>New events are &amp;like</source>
        <translation>Neue Veranstaltungen sind &amp;wie</translation>
    </message>
    <message>
        <source>They get its plan, prices, ticket types and sale rules. Times without a zone are by the clock of its house.</source>
        <translation>Sie bekommen deren Plan, Preise, Kartenarten und Verkaufsregeln. Zeiten ohne Zone gelten nach der Uhr ihres Hauses.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Source of showtimes</source>
        <translation>Quelle von Terminen</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>https://…, fetched by the server. Leave it empty to choose a file each time.</source>
        <translation>https://…, vom Server abgerufen. Leer lassen, um jedes Mal eine Datei zu wählen.</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Only in this &amp;hall</source>
        <translation>Nu&amp;r in diesem Saal</translation>
    </message>
    <message>
        <source>As the source calls it. Leave it empty for everything.</source>
        <translation>Wie die Quelle ihn nennt. Leer lassen für alles.</translation>
    </message>
    <message>
        <source>Looked at by i&amp;tself</source>
        <translation>Wird von se&amp;lbst angesehen</translation>
    </message>
    <message>
        <source>What is ne&amp;w then</source>
        <translation>Was dann ne&amp;u ist</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Whatever it says it is</source>
        <translation>Was es selbst zu sein angibt</translation>
    </message>
    <message>
        <source>Calendar (iCalendar)</source>
        <translation>Kalender (iCalendar)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>Web page or JSON with schema.org events</source>
        <translation>Webseite oder JSON mit Veranstaltungen nach schema.org</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>is only told</source>
        <translation>wird nur gemeldet</translation>
    </message>
    <message>
        <source>becomes a draft</source>
        <translation>wird ein Entwurf</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>As before</source>
        <translation>Wie zuvor</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Geben Sie ihr einen Namen.</translation>
    </message>
    <message>
        <source>Choose an event that new ones are made like.</source>
        <translation>Wählen Sie eine Veranstaltung, nach deren Muster neue entstehen.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimeTable</name>
    <message>
        <source>What it is</source>
        <translation>Was es ist</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimeWords</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>concert</source>
        <translation>Konzert</translation>
    </message>
    <message>
        <source>play</source>
        <translation>Theater</translation>
    </message>
    <message>
        <source>sport</source>
        <translation>Sport</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Kept as it is</source>
        <translation>Bleibt, wie es ist</translation>
    </message>
    <message>
        <source>Gone there</source>
        <translation>Dort verschwunden</translation>
    </message>
    <message>
        <source>Deleted here</source>
        <translation>Hier gelöscht</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Unverändert</translation>
    </message>
    <message>
        <source>Another description</source>
        <translation>Andere Beschreibung</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <extracomment>What changes, as it is, and as it will be</extracomment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>%1: changed there and here, stays</source>
        <translation>%1: dort und hier geändert, bleibt</translation>
    </message>
    <message>
        <source>is deleted, or paused if seats are sold, held or blocked</source>
        <translation>wird gelöscht, oder ruht, wenn Plätze verkauft, vorgemerkt oder gesperrt sind</translation>
    </message>
    <message>
        <source>has no name</source>
        <translation>hat keinen Namen</translation>
    </message>
    <message>
        <source>has no start</source>
        <translation>hat keinen Beginn</translation>
    </message>
    <message>
        <source>the start cannot be read</source>
        <translation>der Beginn ist nicht zu lesen</translation>
    </message>
    <message>
        <source>unknown time zone; read by the clock of the house</source>
        <translation>unbekannte Zeitzone; nach der Uhr des Hauses gelesen</translation>
    </message>
    <message>
        <source>the rule of its dates cannot be read; only the first is there</source>
        <translation>die Regel seiner Termine ist nicht zu lesen; nur der erste ist da</translation>
    </message>
    <message>
        <source>its dates go on for longer than two years; later ones are left out</source>
        <translation>seine Termine gehen länger als zwei Jahre; spätere sind weggelassen</translation>
    </message>
    <message>
        <source>the length cannot be read</source>
        <translation>die Länge ist nicht zu lesen</translation>
    </message>
    <message>
        <source>is there twice</source>
        <translation>ist zweimal da</translation>
    </message>
    <message>
        <source>is more than can be read; from here on all is left out, and nothing counts as gone</source>
        <translation>ist mehr, als gelesen werden kann; ab hier ist alles weggelassen, und nichts gilt als verschwunden</translation>
    </message>
    <message>
        <source>is over already</source>
        <translation>ist schon vorbei</translation>
    </message>
    <message>
        <source>an event like this cannot be</source>
        <translation>eine solche Veranstaltung kann es nicht geben</translation>
    </message>
    <message>
        <source>is not understood</source>
        <translation>ist nicht zu verstehen</translation>
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
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>Geändert: %1</translation>
    </message>
    <message>
        <source>Kept: %1</source>
        <translation>Behalten: %1</translation>
    </message>
    <message>
        <source>Gone: %1</source>
        <translation>Verschwunden: %1</translation>
    </message>
    <message>
        <source>Deleted here: %1</source>
        <translation>Hier gelöscht: %1</translation>
    </message>
    <message>
        <source>Unchanged: %1</source>
        <translation>Unverändert: %1</translation>
    </message>
    <message>
        <source>In other halls: %1</source>
        <translation>In anderen Sälen: %1</translation>
    </message>
    <message>
        <source>Problems: %1</source>
        <translation>Probleme: %1</translation>
    </message>
    <message>
        <source>Nothing is there.</source>
        <translation>Dort ist nichts.</translation>
    </message>
    <message>
        <source>Not looked at yet</source>
        <translation>Noch nicht angesehen</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>Veröffentlicht: %1</translation>
    </message>
    <message>
        <source>New drafts: %1</source>
        <translation>Neue Entwürfe: %1</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>Sales paused: %1</source>
        <translation>Verkauf angehalten: %1</translation>
    </message>
    <message>
        <source>There was nothing left to do.</source>
        <translation>Es war nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>one of its dates cannot be read</source>
        <translation>eines seiner Daten ist nicht lesbar</translation>
    </message>
    <message>
        <source>the source ends in the middle</source>
        <translation>die Quelle bricht mittendrin ab</translation>
    </message>
    <message>
        <source>is older than what is known of it; nothing is changed</source>
        <translation>ist älter als das, was davon bekannt ist; nichts wird geändert</translation>
    </message>
    <message>
        <source>no showtime is there</source>
        <translation>kein Termin ist da</translation>
    </message>
    <message>
        <source>Called off there</source>
        <translation>Dort abgesagt</translation>
    </message>
    <message>
        <source>is called off there, and was never here</source>
        <translation>ist dort abgesagt und war nie hier</translation>
    </message>
</context>
<context>
    <name>parterre::ui::ShowtimesDialog</name>
    <message>
        <source>&amp;Edit…</source>
        <translation>&amp;Bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>Sto&amp;p</source>
        <translation>A&amp;nhalten</translation>
    </message>
    <message>
        <source>P&amp;ublish new events at once</source>
        <translation>Neue Veranstaltungen gleich &amp;veröffentlichen</translation>
    </message>
    <message>
        <source>&amp;Take over</source>
        <translation>&amp;Übernehmen</translation>
    </message>
    <message>
        <source>Showtimes from outside</source>
        <translation>Termine von außen</translation>
    </message>
    <message>
        <source>Calendars, tables and web pages of others become events. Looking changes nothing; what you changed here yourself stays.</source>
        <translation>Kalender, Tabellen und Webseiten anderer werden zu Veranstaltungen. Ansehen ändert nichts; was Sie hier selbst geändert haben, bleibt.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>Sources</source>
        <translation>Quellen</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>&amp;Hinzufügen…</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>&amp;Look there</source>
        <translation>&amp;Dort nachsehen</translation>
    </message>
    <message>
        <source>Choose a fi&amp;le…</source>
        <translation>&amp;Datei wählen…</translation>
    </message>
    <message>
        <source>&amp;Take over (%1)</source>
        <translation>&amp;Übernehmen (%1)</translation>
    </message>
    <message>
        <source>Reading the source…</source>
        <translation>Die Quelle wird gelesen…</translation>
    </message>
    <message>
        <source>Add a source: a web address, or files that somebody sends you.</source>
        <translation>Fügen Sie eine Quelle hinzu: eine Webadresse, oder Dateien, die Ihnen jemand schickt.</translation>
    </message>
    <message>
        <source>Choose a source and look what it has.</source>
        <translation>Wählen Sie eine Quelle, und sehen Sie nach, was sie hat.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove this source?</source>
        <translation>Diese Quelle entfernen?</translation>
    </message>
    <message>
        <source>The events that came from %1 stay. Taken over anew, they would be new ones.</source>
        <translation>Die Veranstaltungen, die von %1 kamen, bleiben. Neu übernommen wären sie neue.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Choose a programme</source>
        <translation>Programm wählen</translation>
    </message>
    <message>
        <source>Programmes (*.ics *.csv *.tsv *.txt *.json *.jsonld *.html *.htm)</source>
        <translation>Programme (*.ics *.csv *.tsv *.txt *.json *.jsonld *.html *.htm)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file cannot be opened: %1</source>
        <translation>Die Datei lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>Take events away?</source>
        <translation>Veranstaltungen wegnehmen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events that the source has no more are deleted; of those with seats sold, held or blocked only the sales are paused.</source>
        <translation>
            <numerusform>%Ln Veranstaltung, die die Quelle nicht mehr hat, wird gelöscht; sind Plätze verkauft, vorgemerkt oder gesperrt, ruht nur ihr Verkauf.</numerusform>
            <numerusform>%Ln Veranstaltungen, die die Quelle nicht mehr hat, werden gelöscht; sind Plätze verkauft, vorgemerkt oder gesperrt, ruht nur ihr Verkauf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The source was not read whole: nothing is shown as gone only because it is not there.</source>
        <translation>Die Quelle wurde nicht ganz gelesen: Nichts gilt als entfallen, nur weil es nicht da ist.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::SignInScreen</name>
    <message>
        <source>How to come in</source>
        <translation>Art der Anmeldung</translation>
    </message>
    <message>
        <source>&amp;Stay signed in on this computer</source>
        <translation>Auf diesem Computer angemeldet &amp;bleiben</translation>
    </message>
    <message>
        <source>Welcome to Parterre</source>
        <translation>Willkommen bei Parterre</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Set-&amp;up code</source>
        <translation>Einrichtungs&amp;code</translation>
    </message>
    <message>
        <source>The server printed it when it started for the first time.</source>
        <translation>Der Server hat ihn beim ersten Start ausgegeben.</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Ihr &amp;Name</translation>
    </message>
    <message>
        <source>&amp;E-mail address</source>
        <translation>&amp;E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>&amp;Passwort</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>&amp;Verbinden</translation>
    </message>
    <message>
        <source>Ser&amp;ver</source>
        <translation>&amp;Server</translation>
    </message>
    <message>
        <source>Four words in a row are easy to remember and hard to guess.</source>
        <translation>Vier Wörter hintereinander sind leicht zu merken und schwer zu erraten.</translation>
    </message>
    <message>
        <source>This computer has no key store: you stay signed in until Parterre is closed.</source>
        <translation>Dieser Computer hat keinen Schlüsselspeicher: Sie bleiben angemeldet, bis Parterre geschlossen wird.</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Continue as a guest</source>
        <translation>Als Gast fortfahren</translation>
    </message>
    <message>
        <source>Set up this server</source>
        <translation>Diesen Server einrichten</translation>
    </message>
    <message>
        <source>Nobody has an account at this server yet. Whoever has the set-up code becomes its administrator.</source>
        <translation>Auf diesem Server gibt es noch kein Konto. Wer den Einrichtungscode hat, übernimmt die Administration.</translation>
    </message>
    <message>
        <source>A name is enough to hold and book seats. Your bookings stay with this visit.</source>
        <translation>Ein Name genügt, um Plätze vorzumerken und zu buchen. Ihre Buchungen gehören zu diesem Besuch.</translation>
    </message>
    <message>
        <source>Enter the code the server printed.</source>
        <translation>Geben Sie den Code ein, den der Server ausgegeben hat.</translation>
    </message>
    <message>
        <source>Enter the name the tickets are for.</source>
        <translation>Geben Sie den Namen ein, auf den die Karten lauten sollen.</translation>
    </message>
    <message>
        <source>Enter an e-mail address such as ada@example.org.</source>
        <translation>Geben Sie eine E-Mail-Adresse wie ada@example.org ein.</translation>
    </message>
    <message>
        <source>Enter a password.</source>
        <translation>Geben Sie ein Passwort ein.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Wird verbunden …</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>P&amp;hone (optional)</source>
        <translation>&amp;Telefon (optional)</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TemplatePage</name>
    <message>
        <source>What does the house look like?</source>
        <translation>Wie sieht der Saal aus?</translation>
    </message>
    <message>
        <source>Houses to begin with</source>
        <translation>Vorlagen für Säle</translation>
    </message>
    <message>
        <source>Not finished yet</source>
        <translation>Noch nicht fertig</translation>
    </message>
    <message>
        <source>A plan without a name</source>
        <translation>Ein Saalplan ohne Namen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>Weiterzeichnen</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TicketDrawing</name>
    <message>
        <source>Booking %1</source>
        <translation>Buchung %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TicketList</name>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Choose this ticket to cancel or exchange it</source>
        <translation>Diese Karte zum Stornieren oder Tauschen auswählen</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Getauscht</translation>
    </message>
    <message>
        <source>Seat given free</source>
        <translation>Platz freigegeben</translation>
    </message>
</context>
<context>
    <name>parterre::ui::TillDesk</name>
    <message>
        <source>Booking %1 was not printed. %2</source>
        <translation>Buchung %1 wurde nicht gedruckt. %2</translation>
    </message>
    <message>
        <source>The drawer did not open. %1</source>
        <translation>Die Kassenlade ging nicht auf. %1</translation>
    </message>
    <message>
        <source>Parterre</source>
        <translation>Parterre</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>Testdruck</translation>
    </message>
    <message>
        <source>The printer works</source>
        <translation>Der Drucker funktioniert</translation>
    </message>
    <message>
        <source>This is no ticket.</source>
        <translation>Das ist keine Karte.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::UndoDialog</name>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Take %1 back?</source>
        <translation>%1 zurücknehmen?</translation>
    </message>
    <message>
        <source>The ticket lets somebody in again. Say why; it is kept.</source>
        <translation>Die Karte gilt dann wieder. Nennen Sie den Grund; er wird aufbewahrt.</translation>
    </message>
    <message>
        <source>Went out again</source>
        <translation>Wieder gegangen</translation>
    </message>
    <message>
        <source>The wrong ticket was scanned</source>
        <translation>Falsche Karte gescannt</translation>
    </message>
    <message>
        <source>A trial</source>
        <translation>Ein Versuch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>parterre::ui::UnmatchedPanel</name>
    <message>
        <source>booking %1</source>
        <translation>Buchung %1</translation>
    </message>
    <message>
        <source>no booking of this house</source>
        <translation>keine Buchung dieses Hauses</translation>
    </message>
    <message>
        <source>%1  ·  %2  ·  %3</source>
        <translation>%1  ·  %2  ·  %3</translation>
    </message>
    <message>
        <source>%1 at the payment service: %2</source>
        <translation>%1 beim Zahlungsdienst: %2</translation>
    </message>
    <message>
        <source>How it was settled otherwise</source>
        <translation>Wie es anders geregelt wurde</translation>
    </message>
    <message>
        <source>Refund again</source>
        <translation>Noch einmal zurückzahlen</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Geregelt</translation>
    </message>
    <message>
        <source>Say what was done.</source>
        <translation>Sagen Sie, was getan wurde.</translation>
    </message>
    <message>
        <source>Paid back at the payment service, not here. The booking is as it was: cancel its tickets, or say why they stay.</source>
        <translation>Beim Zahlungsdienst zurückgezahlt, nicht hier. Die Buchung ist, wie sie war: Stornieren Sie ihre Karten, oder sagen Sie, warum sie bleiben.</translation>
    </message>
    <message>
        <source>The payer disputes this payment. Answer at the payment service; the tickets are valid meanwhile.</source>
        <translation>Der Zahler bestreitet diese Zahlung. Antworten Sie beim Zahlungsdienst; die Karten gelten inzwischen.</translation>
    </message>
    <message>
        <source>Payments that somebody has to look at</source>
        <translation>Zahlungen, die jemand ansehen muss</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VenueForm</name>
    <message>
        <source>&amp;Time zone</source>
        <translation>&amp;Zeitzone</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>As people are to read it: street and town.</source>
        <translation>Wie man sie lesen soll: Straße und Ort.</translation>
    </message>
    <message>
        <source>Time zones that match</source>
        <translation>Passende Zeitzonen</translation>
    </message>
    <message>
        <source>No time zone is called that. Type a large town near the house and choose from the list.</source>
        <translation>Keine Zeitzone heißt so. Tippen Sie eine große Stadt in der Nähe des Hauses, und wählen Sie aus der Liste.</translation>
    </message>
    <message>
        <source>Type a large town near the house.</source>
        <translation>Tippen Sie eine große Stadt in der Nähe des Hauses.</translation>
    </message>
    <message>
        <source>It is %1 there now.</source>
        <translation>Dort ist es jetzt %1.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VenuesDialog</name>
    <message>
        <source>No address yet</source>
        <translation>Noch keine Adresse</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Houses</source>
        <translation>Häuser</translation>
    </message>
    <message>
        <source>Where events are. Every plan belongs to a house, and events are shown by its clock.</source>
        <translation>Wo Veranstaltungen sind. Jeder Plan gehört zu einem Haus, und Veranstaltungen werden nach dessen Uhr gezeigt.</translation>
    </message>
    <message>
        <source>Ne&amp;w house</source>
        <translation>Neues Ha&amp;us</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Einen Moment …</translation>
    </message>
    <message>
        <source>%1 is saved. Draw or import its plan next.</source>
        <translation>%1 ist gespeichert. Zeichnen oder importieren Sie als Nächstes den Plan.</translation>
    </message>
    <message>
        <source>%1 is saved.</source>
        <translation>%1 ist gespeichert.</translation>
    </message>
    <message>
        <source>The house is deleted.</source>
        <translation>Das Haus ist gelöscht.</translation>
    </message>
    <message>
        <source>Another house has this name already. Choose another.</source>
        <translation>Ein anderes Haus heißt schon so. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Somebody else has changed this house meanwhile. Choose it in the list to see it as it is now.</source>
        <translation>Jemand anders hat dieses Haus inzwischen geändert. Wählen Sie es in der Liste, um es zu sehen, wie es jetzt ist.</translation>
    </message>
    <message>
        <source>Delete the house</source>
        <translation>Haus löschen</translation>
    </message>
    <message>
        <source>A house that has plans cannot be deleted</source>
        <translation>Ein Haus, das Pläne hat, kann nicht gelöscht werden</translation>
    </message>
    <message>
        <source>Show the events of %1 by another clock?</source>
        <translation>Die Veranstaltungen von %1 nach einer anderen Uhr zeigen?</translation>
    </message>
    <message>
        <source>Events keep the moment they begin at: what is shown at %1 today is shown at %2 then. Tickets that are printed or sent already say the time they said. Where events are to begin at the same time by the new clock, change their start afterwards.</source>
        <translation>Veranstaltungen behalten den Augenblick, in dem sie beginnen: Was heute für %1 gezeigt wird, wird dann für %2 gezeigt. Karten, die schon gedruckt oder gesendet sind, nennen die alte Zeit. Wo Veranstaltungen nach der neuen Uhr zur selben Zeit beginnen sollen, ändern Sie danach ihren Beginn.</translation>
    </message>
    <message>
        <source>Change the time zone</source>
        <translation>Zeitzone ändern</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>It has no plan, so nothing was ever sold there.</source>
        <translation>Es hat keinen Plan, also wurde dort nie etwas verkauft.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VersionsPane</name>
    <message>
        <source>Close the comparison</source>
        <translation>Vergleich schließen</translation>
    </message>
    <message>
        <source>Map of the later version</source>
        <translation>Karte der späteren Version</translation>
    </message>
    <message>
        <source>&amp;After</source>
        <translation>&amp;Nachher</translation>
    </message>
    <message>
        <source>&amp;Before</source>
        <translation>&amp;Vorher</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Was sich unterscheidet</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>What would change of %1</source>
        <translation>Was sich an %1 ändern würde</translation>
    </message>
    <message>
        <source>Versions of %1</source>
        <translation>Versionen von %1</translation>
    </message>
    <message>
        <source>Only one version so far</source>
        <translation>Bisher nur eine Version</translation>
    </message>
    <message>
        <source>Each time the plan is published there is one more, to be compared with those before.</source>
        <translation>Mit jeder Veröffentlichung des Plans kommt eine dazu, die sich mit den früheren vergleichen lässt.</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Kein Unterschied</translation>
    </message>
    <message>
        <source>Areas differ</source>
        <translation>Flächen unterscheiden sich</translation>
    </message>
    <message>
        <source>1 seat differs</source>
        <translation>1 Platz unterscheidet sich</translation>
    </message>
    <message numerus="yes">
        <source>%Ln seats differ</source>
        <translation>
            <numerusform>%Ln Platz unterscheidet sich</numerusform>
            <numerusform>%Ln Plätze unterscheiden sich</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 places before, %2 after</source>
        <translation>%1 Plätze vorher, %2 nachher</translation>
    </message>
    <message>
        <source>Nothing that is sold differs</source>
        <translation>Was verkauft wird, ist gleich</translation>
    </message>
    <message>
        <source>Seats, areas, their names and their categories are the same. Drawings and captions may not be.</source>
        <translation>Plätze, Flächen, ihre Namen und ihre Kategorien sind gleich. Zeichnungen und Beschriftungen müssen es nicht sein.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherCardDelegate</name>
    <message>
        <source>Issued on %1</source>
        <translation>Ausgegeben am %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>Gutschein %1</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherChangeDialog</name>
    <message>
        <source>Block the voucher</source>
        <translation>Gutschein sperren</translation>
    </message>
    <message>
        <source>Let it pay again</source>
        <translation>Wieder zahlen lassen</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>Berichtigen</translation>
    </message>
    <message>
        <source>Nothing is taken from it until it may pay again. What is paid back still reaches it.</source>
        <translation>Es wird nichts davon genommen, bis er wieder zahlen darf. Was zurückgezahlt wird, kommt trotzdem an.</translation>
    </message>
    <message>
        <source>Whoever has its code may spend what is on it.</source>
        <translation>Wer den Code hat, kann ausgeben, was darauf ist.</translation>
    </message>
    <message>
        <source>Of what is left on it, or of its end. No money changes hands.</source>
        <translation>Des Guthabens oder des Ablaufs. Es geht kein Geld über den Tisch.</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>&amp;Grund</translation>
    </message>
    <message>
        <source>Kept for the audit.</source>
        <translation>Wird für die Prüfung aufbewahrt.</translation>
    </message>
    <message>
        <source>Voucher %1, %2</source>
        <translation>Gutschein %1, %2</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>Was zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Take</source>
        <translation>Weg&amp;nehmen</translation>
    </message>
    <message>
        <source>A&amp;mount</source>
        <translation>&amp;Betrag</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>Gültig b&amp;is</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>Geben Sie einen Betrag wie %1 ein.</translation>
    </message>
    <message>
        <source>No more than %1 is left on it.</source>
        <translation>Es sind nur noch %1 darauf.</translation>
    </message>
    <message>
        <source>Enter an amount, or another end.</source>
        <translation>Geben Sie einen Betrag oder einen anderen Ablauf ein.</translation>
    </message>
    <message>
        <source>Say why.</source>
        <translation>Sagen Sie, warum.</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherDetails</name>
    <message>
        <source>Issued</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Paid with it</source>
        <translation>Damit bezahlt</translation>
    </message>
    <message>
        <source>Paid back to it</source>
        <translation>Darauf zurückgezahlt</translation>
    </message>
    <message>
        <source>Corrected</source>
        <translation>Berichtigt</translation>
    </message>
    <message>
        <source>No voucher chosen</source>
        <translation>Kein Gutschein gewählt</translation>
    </message>
    <message>
        <source>Choose one to see what is left on it.</source>
        <translation>Wählen Sie einen, um zu sehen, was darauf ist.</translation>
    </message>
    <message>
        <source>Show older ones</source>
        <translation>Ältere zeigen</translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen…</translation>
    </message>
    <message>
        <source>Block…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Let it pay again…</source>
        <translation>Wieder zahlen lassen…</translation>
    </message>
    <message>
        <source>Issued on %1</source>
        <translation>Ausgegeben am %1</translation>
    </message>
    <message>
        <source>valid until %1</source>
        <translation>gültig bis %1</translation>
    </message>
    <message>
        <source>booking %1</source>
        <translation>Buchung %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>May pay again</source>
        <translation>Darf wieder bezahlen</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Only managers let a voucher pay again.</source>
        <translation>Nur die Leitung lässt einen Gutschein wieder bezahlen.</translation>
    </message>
    <message>
        <source>Only managers block a voucher, or correct it.</source>
        <translation>Nur die Leitung sperrt oder berichtigt einen Gutschein.</translation>
    </message>
    <message>
        <source>A change is being written down. One moment…</source>
        <translation>Eine Änderung wird gerade festgehalten. Einen Moment …</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherSaleDialog</name>
    <message>
        <source>Sell a voucher</source>
        <translation>Gutschein verkaufen</translation>
    </message>
    <message>
        <source>&amp;Worth</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>0 for an empty one, which a refund goes to.</source>
        <translation>0 für einen leeren, auf den eine Rückzahlung geht.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Valid &amp;until</source>
        <translation>Gültig b&amp;is</translation>
    </message>
    <message>
        <source>&amp;Note for the house</source>
        <translation>&amp;Notiz für das Haus</translation>
    </message>
    <message>
        <source>To find it again; it is not printed.</source>
        <translation>Um ihn wiederzufinden; wird nicht gedruckt.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>&amp;Sell</source>
        <translation>&amp;Verkaufen</translation>
    </message>
    <message>
        <source>Voucher sold</source>
        <translation>Gutschein verkauft</translation>
    </message>
    <message>
        <source>Print it now, or write the code down: it is shown this once and not kept.</source>
        <translation>Drucken Sie ihn jetzt, oder schreiben Sie den Code auf: er wird nur dieses eine Mal gezeigt und nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>Save as PD&amp;F…</source>
        <translation>Als PD&amp;F speichern…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>&amp;Drucken…</translation>
    </message>
    <message>
        <source>&amp;Done</source>
        <translation>F&amp;ertig</translation>
    </message>
    <message>
        <source>Save the voucher as PDF</source>
        <translation>Gutschein als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Voucher %1</source>
        <translation>Gutschein %1</translation>
    </message>
    <message>
        <source>Enter an amount such as %1.</source>
        <translation>Geben Sie einen Betrag wie %1 ein.</translation>
    </message>
    <message>
        <source>The connection broke. Checking whether the voucher was sold; please wait.</source>
        <translation>Die Verbindung brach ab. Es wird geprüft, ob der Gutschein verkauft wurde; bitte warten.</translation>
    </message>
    <message>
        <source>Selling…</source>
        <translation>Wird verkauft…</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherScreen</name>
    <message>
        <source>Search by code or note</source>
        <translation>Nach Code oder Notiz suchen</translation>
    </message>
    <message>
        <source>Vouchers</source>
        <translation>Gutscheine</translation>
    </message>
    <message>
        <source>&amp;Sell a voucher…</source>
        <translation>Gutschein &amp;verkaufen…</translation>
    </message>
    <message>
        <source>Voucher %1 is changed.</source>
        <translation>Gutschein %1 ist geändert.</translation>
    </message>
    <message>
        <source>The vouchers could not be read</source>
        <translation>Die Gutscheine konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Reading the vouchers…</source>
        <translation>Gutscheine werden gelesen…</translation>
    </message>
    <message>
        <source>No voucher found</source>
        <translation>Kein Gutschein gefunden</translation>
    </message>
    <message>
        <source>No voucher has this code, and no note contains these words.</source>
        <translation>Kein Gutschein hat diesen Code, und keine Notiz enthält diese Worte.</translation>
    </message>
    <message>
        <source>Show all vouchers</source>
        <translation>Alle Gutscheine zeigen</translation>
    </message>
    <message>
        <source>No vouchers yet</source>
        <translation>Noch keine Gutscheine</translation>
    </message>
    <message>
        <source>Vouchers that are sold or given away appear here.</source>
        <translation>Hier erscheinen Gutscheine, die verkauft oder verschenkt werden.</translation>
    </message>
    <message>
        <source>Sell a voucher</source>
        <translation>Gutschein verkaufen</translation>
    </message>
</context>
<context>
    <name>parterre::ui::VoucherWords</name>
    <message>
        <source>Voucher</source>
        <translation>Gutschein</translation>
    </message>
    <message>
        <source>Pays for tickets of this house. Whoever has the code may spend it: keep it like money.</source>
        <translation>Zahlt für Karten dieses Hauses. Wer den Code hat, kann ihn ausgeben: bewahren Sie ihn auf wie Geld.</translation>
    </message>
    <message>
        <source>Valid until %1</source>
        <translation>Gültig bis %1</translation>
    </message>
</context>
</TS>
