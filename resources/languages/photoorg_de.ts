<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>There are no sample pictures on this machine to make a demonstration of; add a folder of your own photos instead.</source>
        <translation>Auf diesem Rechner sind keine Beispielbilder für eine Vorführung vorhanden; fügen Sie stattdessen einen Ordner mit eigenen Fotos hinzu.</translation>
    </message>
    <message>
        <source>Unknown provider &quot;{provider}&quot;; choose one of {known}.</source>
        <translation>Unbekannter Anbieter „{provider}“; wählen Sie einen von {known}.</translation>
    </message>
    <message>
        <source>face detector with landmarks</source>
        <translation>Gesichtsfinder mit Landmarken</translation>
    </message>
    <message>
        <source>face recogniser</source>
        <translation>Gesichtserkenner</translation>
    </message>
    <message>
        <source>detector of square pictures</source>
        <translation>Finder für quadratische Bilder</translation>
    </message>
    <message>
        <source>{file} cannot be loaded ({error}); delete the model pack and install it again.</source>
        <translation>{file} kann nicht geladen werden ({error}); löschen Sie das Modellpaket und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>face detector</source>
        <translation>Gesichtsfinder</translation>
    </message>
    <message>
        <source>{file} is no {kind}; choose or download another model pack.</source>
        <translation>{file} ist kein {kind}; wählen oder laden Sie ein anderes Modellpaket.</translation>
    </message>
    <message>
        <source>{path} cannot be used; install photoorg again.</source>
        <translation>{path} lässt sich nicht verwenden; installieren Sie photoorg neu.</translation>
    </message>
    <message>
        <source>It recognises people who have a name and leaves everybody else alone.</source>
        <translation>Es erkennt Personen, die einen Namen haben, und lässt alle anderen allein.</translation>
    </message>
    <message>
        <source>It sorts whole pictures into ten kinds by their looks, not faces into people.</source>
        <translation>Es sortiert ganze Bilder nach dem Aussehen in zehn Arten, nicht Gesichter nach Personen.</translation>
    </message>
    <message>
        <source>It has to be told how many people there are, which no library knows.</source>
        <translation>Ihm muss gesagt werden, wie viele Personen es gibt, und das weiß keine Bibliothek.</translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it finds hardly anybody.</source>
        <translation>Seine Grenze passt zum Gesichtsmodell jenes Programms; mit anderen findet es kaum jemanden.</translation>
    </message>
    <message>
        <source>It works only with face models that a network of its kind was trained for.</source>
        <translation>Es arbeitet nur mit Gesichtsmodellen, für die ein Netz seiner Art trainiert wurde.</translation>
    </message>
    <message>
        <source>The standard: looks at whole neighbourhoods of faces and learns from the library itself.</source>
        <translation>Der Standard: sieht ganze Nachbarschaften von Gesichtern an und lernt aus der Bibliothek selbst.</translation>
    </message>
    <message>
        <source>The standard with smaller groups: fewer strangers in them, more to merge.</source>
        <translation>Der Standard mit kleineren Gruppen: weniger Fremde darin, mehr zusammenzuführen.</translation>
    </message>
    <message>
        <source>The standard with larger groups: less to merge, more strangers in them.</source>
        <translation>Der Standard mit größeren Gruppen: weniger zusammenzuführen, mehr Fremde darin.</translation>
    </message>
    <message>
        <source>The standard without its trained network: compares faces by likeness alone.</source>
        <translation>Der Standard ohne sein trainiertes Netz: vergleicht Gesichter nur nach Ähnlichkeit.</translation>
    </message>
    <message>
        <source>The standard's neighbourhoods, divided as a random walk through them suggests.</source>
        <translation>Die Nachbarschaften des Standards, geteilt, wie ein Zufallsweg durch sie es nahelegt.</translation>
    </message>
    <message>
        <source>The method of the paper that the standard grew from (ECCV 2022), as published.</source>
        <translation>Das Verfahren des Artikels, aus dem der Standard entstand (ECCV 2022), wie veröffentlicht.</translation>
    </message>
    <message>
        <source>Joins groups while their faces stay near each other on average (FaceNet, 2015).</source>
        <translation>Verbindet Gruppen, solange ihre Gesichter im Mittel nahe beieinander liegen (FaceNet, 2015).</translation>
    </message>
    <message>
        <source>Counts people as facenet does, then moves every face to the nearest of them.</source>
        <translation>Zählt Personen wie facenet und ordnet dann jedes Gesicht der nächsten zu.</translation>
    </message>
    <message>
        <source>The five most similar named faces vote on who somebody is (FaceNet, 2015).</source>
        <translation>Die fünf ähnlichsten benannten Gesichter stimmen ab, wer jemand ist (FaceNet, 2015).</translation>
    </message>
    <message>
        <source>As facenet-knn, with a sense of likeness that is learned from the named faces.</source>
        <translation>Wie facenet-knn, mit einem Sinn für Ähnlichkeit, der von den benannten Gesichtern gelernt wird.</translation>
    </message>
    <message>
        <source>Gives all people equally wide balls in a space learned for this (2020).</source>
        <translation>Gibt allen Personen gleich weite Kugeln in einem dafür gelernten Raum (2020).</translation>
    </message>
    <message>
        <source>Learns by itself which pictures are of one kind (Deep Adaptive Clustering, 2017).</source>
        <translation>Lernt von selbst, welche Bilder von einer Art sind (Deep Adaptive Clustering, 2017).</translation>
    </message>
    <message>
        <source>As dac, without the answers it leaves open at first.</source>
        <translation>Wie dac, ohne die Antworten, die es zunächst offen lässt.</translation>
    </message>
    <message>
        <source>Drops neighbours that stand out, then follows a random walk (FaceMap, 2022).</source>
        <translation>Lässt Nachbarn weg, die herausfallen, und folgt dann einem Zufallsweg (FaceMap, 2022).</translation>
    </message>
    <message>
        <source>FaceMap exactly as published.</source>
        <translation>FaceMap genau wie veröffentlicht.</translation>
    </message>
    <message>
        <source>It joins every face with eleven others at least, so that nobody has only a few photos.</source>
        <translation>Es verbindet jedes Gesicht mit mindestens elf anderen, so dass niemand nur wenige Fotos hat.</translation>
    </message>
    <message>
        <source>Joins faces that share neighbours, then follows a random walk (FC-ES, 2024).</source>
        <translation>Verbindet Gesichter mit gemeinsamen Nachbarn und folgt dann einem Zufallsweg (FC-ES, 2024).</translation>
    </message>
    <message>
        <source>It is made for millions of photos; where people have few, it joins strangers.</source>
        <translation>Es ist für Millionen von Fotos gemacht; wo Personen wenige haben, verbindet es Fremde.</translation>
    </message>
    <message>
        <source>A graph network tells around every face who belongs to it (L-GCN, 2019).</source>
        <translation>Ein Graphnetz sagt um jedes Gesicht herum, wer dazugehört (L-GCN, 2019).</translation>
    </message>
    <message>
        <source>Joins groups while their faces are alike on average.</source>
        <translation>Verbindet Gruppen, solange ihre Gesichter im Mittel ähnlich sind.</translation>
    </message>
    <message>
        <source>Joins groups while even their least similar faces are alike.</source>
        <translation>Verbindet Gruppen, solange auch ihre unähnlichsten Gesichter ähnlich sind.</translation>
    </message>
    <message>
        <source>Follows chains of similar faces through people with three photos or more.</source>
        <translation>Folgt Ketten ähnlicher Gesichter durch Personen mit drei oder mehr Fotos.</translation>
    </message>
    <message>
        <source>Follows chains of similar faces and chooses for each person how similar they must be.</source>
        <translation>Folgt Ketten ähnlicher Gesichter und wählt für jede Person, wie ähnlich sie sein müssen.</translation>
    </message>
    <message>
        <source>Divides faces among a number of centres that is fixed beforehand.</source>
        <translation>Verteilt Gesichter auf eine vorher festgelegte Zahl von Mittelpunkten.</translation>
    </message>
    <message>
        <source>Joins groups that are high in each other's list of similar faces (2011).</source>
        <translation>Verbindet Gruppen, die in der Liste ähnlicher Gesichter der jeweils anderen weit oben stehen (2011).</translation>
    </message>
    <message>
        <source>As published it joins strangers: hundreds of people become one group.</source>
        <translation>Wie veröffentlicht verbindet es Fremde: Hunderte Personen werden eine Gruppe.</translation>
    </message>
    <message>
        <source>Groups faces as Damselfly does: each joins the most similar one before it.</source>
        <translation>Gruppiert Gesichter wie Damselfly: Jedes kommt zum ähnlichsten davor.</translation>
    </message>
    <message>
        <source>Recognises faces as digiKam does.</source>
        <translation>Erkennt Gesichter wie digiKam.</translation>
    </message>
    <message>
        <source>Groups faces as Ente Photos does.</source>
        <translation>Gruppiert Gesichter wie Ente Photos.</translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Face Recognition does.</source>
        <translation>Gruppiert Gesichter wie Face Recognition für Nextcloud.</translation>
    </message>
    <message>
        <source>Recognises faces as Fotema does.</source>
        <translation>Erkennt Gesichter wie Fotema.</translation>
    </message>
    <message>
        <source>Groups faces as Immich does: each joins the nearest person there already.</source>
        <translation>Gruppiert Gesichter wie Immich: Jedes kommt zur nächsten Person, die schon da ist.</translation>
    </message>
    <message>
        <source>Groups faces as InsightFace's desktop program does; small faces stay alone.</source>
        <translation>Gruppiert Gesichter wie das Programm von InsightFace; kleine Gesichter bleiben allein.</translation>
    </message>
    <message>
        <source>Groups faces as Lap does, never two of one photo.</source>
        <translation>Gruppiert Gesichter wie Lap, nie zwei aus einem Foto.</translation>
    </message>
    <message>
        <source>Groups faces as LibrePhotos does; people with few photos stay alone in large libraries.</source>
        <translation>Gruppiert Gesichter wie LibrePhotos; in großen Bibliotheken bleiben Personen mit wenigen Fotos allein.</translation>
    </message>
    <message>
        <source>Groups faces as LrGeniusAI does for Lightroom.</source>
        <translation>Gruppiert Gesichter wie LrGeniusAI für Lightroom.</translation>
    </message>
    <message>
        <source>Groups faces as Omoide does.</source>
        <translation>Gruppiert Gesichter wie Omoide.</translation>
    </message>
    <message>
        <source>It joins strangers who are a little alike.</source>
        <translation>Es verbindet Fremde, die sich ein wenig ähneln.</translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism did until 2025.</source>
        <translation>Gruppiert Gesichter wie PhotoPrism bis 2025.</translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism does since 2026.</source>
        <translation>Gruppiert Gesichter wie PhotoPrism seit 2026.</translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it joins strangers.</source>
        <translation>Seine Grenze passt zum Gesichtsmodell jenes Programms; mit anderen verbindet es Fremde.</translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Recognize does.</source>
        <translation>Gruppiert Gesichter wie Recognize für Nextcloud.</translation>
    </message>
    <message>
        <source>It leaves people with few photos alone.</source>
        <translation>Es lässt Personen mit wenigen Fotos allein.</translation>
    </message>
    <message>
        <source>There is no engine “{name}”; choose one of {known}.</source>
        <translation>Es gibt kein Verfahren „{name}“; wählen Sie eines von {known}.</translation>
    </message>
    <message>
        <source>Tell more about {person}</source>
        <translation>Mehr über {person} sagen</translation>
    </message>
    <message>
        <source>There is no search called “{name}”.</source>
        <translation>Es gibt keine Suche namens „{name}“.</translation>
    </message>
    <message>
        <source>Draw a box around {person}</source>
        <translation>Rahmen um {person} gezogen</translation>
    </message>
    <message>
        <source>no files were found yet</source>
        <translation>es wurden noch keine Dateien gefunden</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <translation>
            <numerusform>{n} Foto</numerusform>
            <numerusform>{n} Fotos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} videos</source>
        <translation>
            <numerusform>{n} Video</numerusform>
            <numerusform>{n} Videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that belong to a photo</source>
        <translation>
            <numerusform>{n}, die zu einem Foto gehört</numerusform>
            <numerusform>{n}, die zu einem Foto gehören</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that could not be read</source>
        <translation>
            <numerusform>{n}, die nicht gelesen werden konnte</numerusform>
            <numerusform>{n}, die nicht gelesen werden konnten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out ({reasons})</source>
        <translation>
            <numerusform>{n} ausgelassen ({reasons})</numerusform>
            <numerusform>{n} ausgelassen ({reasons})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>{n} Datei</numerusform>
            <numerusform>{n} Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>{files}: {parts}</source>
        <translation>{files}: {parts}</translation>
    </message>
    <message numerus="yes">
        <source>{n} kept by other programs</source>
        <translation>
            <numerusform>{n} von anderen Programmen</numerusform>
            <numerusform>{n} von anderen Programmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} by your patterns</source>
        <translation>
            <numerusform>{n} durch Ihre Muster</numerusform>
            <numerusform>{n} durch Ihre Muster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden</source>
        <translation>
            <numerusform>{n} versteckt</numerusform>
            <numerusform>{n} versteckt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in folders marked .nomedia</source>
        <translation>
            <numerusform>{n} in Ordnern mit .nomedia</numerusform>
            <numerusform>{n} in Ordnern mit .nomedia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <translation>
            <numerusform>{n} Verknüpfung</numerusform>
            <numerusform>{n} Verknüpfungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} copies</source>
        <translation>
            <numerusform>{n} Kopie</numerusform>
            <numerusform>{n} Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not read yet</source>
        <translation>
            <numerusform>{n} noch nicht gelesen</numerusform>
            <numerusform>{n} noch nicht gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} other files</source>
        <translation>
            <numerusform>{n} andere Datei</numerusform>
            <numerusform>{n} andere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and start again.</source>
        <translation>Es ist nicht genug Arbeitsspeicher frei; schließen Sie andere Programme und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Something went wrong ({error}). This is a bug.</source>
        <translation>Etwas ist schiefgegangen ({error}). Das ist ein Fehler des Programms.</translation>
    </message>
    <message>
        <source>{folder} cannot be deleted ({reason}); delete this folder yourself.</source>
        <translation>{folder} kann nicht gelöscht werden ({reason}); löschen Sie diesen Ordner selbst.</translation>
    </message>
    <message>
        <source>the demonstration</source>
        <translation>die Vorführung</translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation>{title} wird heruntergeladen</translation>
    </message>
    <message>
        <source>Checking {title}</source>
        <translation>{title} wird geprüft</translation>
    </message>
    <message>
        <source>Looking at {title}</source>
        <translation>{title} werden angesehen</translation>
    </message>
    <message>
        <source>Looking for duplicates among {title}</source>
        <translation>Duplikate werden gesucht: {title}</translation>
    </message>
    <message>
        <source>Comparing what looks alike among {title}</source>
        <translation>Ähnliche Bilder werden verglichen: {title}</translation>
    </message>
    <message numerus="yes">
        <source>{n} stacks of duplicates</source>
        <translation>
            <numerusform>{n} Stapel mit Duplikaten</numerusform>
            <numerusform>{n} Stapel mit Duplikaten</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos cannot be put into {folder} ({reason}); choose another folder.</source>
        <translation>In {folder} können keine Fotos abgelegt werden ({reason}); wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>{folder} belongs to the folders of this library, where nothing is written; choose another one.</source>
        <translation>{folder} gehört zu den Ordnern dieser Bibliothek, in die nichts geschrieben wird; wählen Sie einen anderen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing more can be written to {folder} ({reason}); {n} photos are there. Make room, then export again: it goes on where it stopped.</source>
        <translation>
            <numerusform>In {folder} kann nichts mehr geschrieben werden ({reason}); {n} Foto liegt dort. Schaffen Sie Platz und exportieren Sie noch einmal: Es geht weiter, wo es aufgehört hat.</numerusform>
            <numerusform>In {folder} kann nichts mehr geschrieben werden ({reason}); {n} Fotos liegen dort. Schaffen Sie Platz und exportieren Sie noch einmal: Es geht weiter, wo es aufgehört hat.</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} is on another disk than the photos, where hard links cannot lead; copy them, or use symbolic links.</source>
        <translation>{folder} liegt auf einem anderen Datenträger als die Fotos, wohin harte Links nicht führen können; kopieren Sie die Fotos oder nehmen Sie symbolische Links.</translation>
    </message>
    <message>
        <source>The disk of {folder} does not allow such links; copy the photos.</source>
        <translation>Der Datenträger von {folder} erlaubt solche Links nicht; kopieren Sie die Fotos.</translation>
    </message>
    <message>
        <source>The photo is not there now; scan its folder, then export again.</source>
        <translation>Das Foto ist gerade nicht da; lesen Sie seinen Ordner neu ein und exportieren Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>The photo could not be exported ({why}); export it again.</source>
        <translation>Das Foto konnte nicht exportiert werden ({why}); exportieren Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Exporting photos of {title}</source>
        <translation>Fotos werden exportiert: {title}</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos exported</source>
        <translation>
            <numerusform>{n} Foto exportiert</numerusform>
            <numerusform>{n} Fotos exportiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were there already</source>
        <translation>
            <numerusform>{n} war schon da</numerusform>
            <numerusform>{n} waren schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation>
            <numerusform>{n} konnte nicht gelesen werden</numerusform>
            <numerusform>{n} konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Group all faces anew</source>
        <translation>Alle Gesichter neu gruppieren</translation>
    </message>
    <message>
        <source>Sorting faces into people</source>
        <translation>Gesichter werden Personen zugeordnet</translation>
    </message>
    <message>
        <source>All groups would stay as they are</source>
        <translation>Alle Gruppen würden bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>All groups stay</source>
        <translation>Alle Gruppen bleiben</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join</source>
        <translation>
            <numerusform>{n} Gruppe käme zu einer anderen</numerusform>
            <numerusform>{n} Gruppen würden zusammenkommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be split</source>
        <translation>
            <numerusform>{n} Gruppe würde geteilt</numerusform>
            <numerusform>{n} Gruppen würden geteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups would come up</source>
        <translation>
            <numerusform>{n} neue Gruppe entstünde</numerusform>
            <numerusform>{n} neue Gruppen entstünden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces would move</source>
        <translation>
            <numerusform>{n} Gesicht würde umziehen</numerusform>
            <numerusform>{n} Gesichter würden umziehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names would be lost</source>
        <translation>
            <numerusform>{n} Name ginge verloren</numerusform>
            <numerusform>{n} Namen gingen verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups joined others</source>
        <translation>
            <numerusform>{n} Gruppe kam zu einer anderen</numerusform>
            <numerusform>{n} Gruppen kamen zu anderen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups were split</source>
        <translation>
            <numerusform>{n} Gruppe wurde geteilt</numerusform>
            <numerusform>{n} Gruppen wurden geteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups came up</source>
        <translation>
            <numerusform>{n} neue Gruppe entstand</numerusform>
            <numerusform>{n} neue Gruppen entstanden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved</source>
        <translation>
            <numerusform>{n} Gesicht zog um</numerusform>
            <numerusform>{n} Gesichter zogen um</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names were lost</source>
        <translation>
            <numerusform>{n} Name ging verloren</numerusform>
            <numerusform>{n} Namen gingen verloren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces sorted into {people}</source>
        <translation>
            <numerusform>{n} Gesicht zugeordnet: {people}</numerusform>
            <numerusform>{n} Gesichter zugeordnet: {people}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation>
            <numerusform>{n} Person</numerusform>
            <numerusform>{n} Personen</numerusform>
        </translation>
    </message>
    <message>
        <source>all faces</source>
        <translation>alle Gesichter</translation>
    </message>
    <message>
        <source>Reading names in {title}</source>
        <translation>Namen in {title} werden gelesen</translation>
    </message>
    <message>
        <source>no names of other programs found</source>
        <translation>keine Namen anderer Programme gefunden</translation>
    </message>
    <message numerus="yes">
        <source>{n} names taken over</source>
        <translation>
            <numerusform>{n} Name übernommen</numerusform>
            <numerusform>{n} Namen übernommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names of {people} in {photos}</source>
        <translation>
            <numerusform>{n} Name von {people} auf {photos}</numerusform>
            <numerusform>{n} Namen von {people} auf {photos}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing more can be written to {folder} ({why}); {n} files are written. Make room, then write names again.</source>
        <translation>
            <numerusform>In {folder} kann nichts mehr geschrieben werden ({why}); {n} Datei ist geschrieben. Schaffen Sie Platz und schreiben Sie die Namen dann noch einmal.</numerusform>
            <numerusform>In {folder} kann nichts mehr geschrieben werden ({why}); {n} Dateien sind geschrieben. Schaffen Sie Platz und schreiben Sie die Namen dann noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>The XMP file beside this photo is left as it is ({reason}).</source>
        <translation>Die XMP-Datei neben diesem Foto bleibt, wie sie ist ({reason}).</translation>
    </message>
    <message>
        <source>Name this group first; then its name can be written.</source>
        <translation>Benennen Sie diese Gruppe zuerst; dann kann ihr Name geschrieben werden.</translation>
    </message>
    <message>
        <source>The photo is not there now; scan its folder, then write names again.</source>
        <translation>Das Foto ist gerade nicht da; lesen Sie seinen Ordner neu ein und schreiben Sie die Namen dann noch einmal.</translation>
    </message>
    <message>
        <source>The file beside this photo cannot be written ({why}); write names again.</source>
        <translation>Die Datei neben diesem Foto kann nicht geschrieben werden ({why}); schreiben Sie die Namen noch einmal.</translation>
    </message>
    <message>
        <source>Writing names of {title}</source>
        <translation>Namen von {title} werden geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>names written beside {n} photos</source>
        <translation>
            <numerusform>Namen neben {n} Foto geschrieben</numerusform>
            <numerusform>Namen neben {n} Fotos geschrieben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be written</source>
        <translation>
            <numerusform>{n} konnte nicht geschrieben werden</numerusform>
            <numerusform>{n} konnten nicht geschrieben werden</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>allen</translation>
    </message>
    <message>
        <source>Searching {title}</source>
        <translation>{title} wird durchsucht</translation>
    </message>
    <message>
        <source>No more faces found</source>
        <translation>Keine weiteren Gesichter gefunden</translation>
    </message>
    <message numerus="yes">
        <source>{n} more faces found</source>
        <translation>
            <numerusform>{n} weiteres Gesicht gefunden</numerusform>
            <numerusform>{n} weitere Gesichter gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>all photos</source>
        <translation>alle Fotos</translation>
    </message>
    <message>
        <source>This file makes the picture decoder crash; it is left out until it changes.</source>
        <translation>An dieser Datei scheitert das Lesen von Bildern; sie wird ausgelassen, bis sie sich ändert.</translation>
    </message>
    <message>
        <source>{folder} is a file; name the folder it lies in.</source>
        <translation>{folder} ist eine Datei; nennen Sie den Ordner, in dem sie liegt.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; check its name.</source>
        <translation>Es gibt keinen Ordner {folder}; prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>Looking for photos in {title}</source>
        <translation>In {title} wird nach Fotos gesucht</translation>
    </message>
    <message>
        <source>Reading dates and places of {title}</source>
        <translation>Daten und Orte von {title} werden gelesen</translation>
    </message>
    <message>
        <source>Scanning {title}</source>
        <translation>{title} wird eingelesen</translation>
    </message>
    <message>
        <source>Watching {title}</source>
        <translation>{title} wird angesehen</translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>{n} Datei konnte nicht gelesen werden</numerusform>
            <numerusform>{n} Dateien konnten nicht gelesen werden</numerusform>
        </translation>
    </message>
    <message>
        <source>No photos or videos were found</source>
        <translation>Keine Fotos oder Videos gefunden</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos scanned</source>
        <translation>
            <numerusform>{n} Foto eingelesen</numerusform>
            <numerusform>{n} Fotos eingelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces found</source>
        <translation>
            <numerusform>{n} Gesicht gefunden</numerusform>
            <numerusform>{n} Gesichter gefunden</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}: {faces}</source>
        <translation>{done}: {faces}</translation>
    </message>
    <message numerus="yes">
        <source>{n} more of {name}</source>
        <translation>
            <numerusform>{n} weiteres von {name}</numerusform>
            <numerusform>{n} weitere von {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more of others</source>
        <translation>
            <numerusform>{n} weiteres von anderen</numerusform>
            <numerusform>{n} weitere von anderen</numerusform>
        </translation>
    </message>
    <message>
        <source>all folders</source>
        <translation>alle Ordner</translation>
    </message>
    <message numerus="yes">
        <source>{n} folders</source>
        <translation>
            <numerusform>{n} Ordner</numerusform>
            <numerusform>{n} Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder vanished during the scan; its photos are kept. Scan it again.</source>
        <translation>Dieser Ordner verschwand während des Einlesens; seine Fotos bleiben erhalten. Lesen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>The analysis of this picture failed ({error}).</source>
        <translation>Die Auswertung dieses Bildes ist gescheitert ({error}).</translation>
    </message>
    <message>
        <source>This folder may not be opened; change its permissions and scan again.</source>
        <translation>Dieser Ordner darf nicht geöffnet werden; ändern Sie seine Rechte und lesen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive, scan again.</source>
        <translation>Dieser Ordner ist nicht da; seine Fotos bleiben erhalten. Schließen Sie sein Laufwerk an, dann noch einmal einlesen.</translation>
    </message>
    <message>
        <source>This folder lies too deep: its path is longer than the system allows. Move it up, or shorten the names above it, and scan again.</source>
        <translation>Dieser Ordner liegt zu tief: Sein Pfad ist länger, als das System erlaubt. Verschieben Sie ihn nach oben oder kürzen Sie die Namen darüber, und lesen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>The drive or share of this folder does not answer ({reason}); its photos are kept. Connect it again and scan again.</source>
        <translation>Das Laufwerk oder die Freigabe dieses Ordners antwortet nicht ({reason}); seine Fotos bleiben erhalten. Verbinden Sie es neu und lesen Sie den Ordner noch einmal ein.</translation>
    </message>
    <message>
        <source>The disk reports an error while this folder is listed; its photos are kept. Check the disk and scan again.</source>
        <translation>Der Datenträger meldet einen Fehler beim Auflisten dieses Ordners; seine Fotos bleiben erhalten. Prüfen Sie den Datenträger und lesen Sie den Ordner noch einmal ein.</translation>
    </message>
    <message>
        <source>This folder cannot be read ({reason}); scan again.</source>
        <translation>Dieser Ordner kann nicht gelesen werden ({reason}); lesen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive and scan again.</source>
        <translation>Dieser Ordner ist nicht da; seine Fotos bleiben erhalten. Schließen Sie sein Laufwerk an und lesen Sie ihn noch einmal ein.</translation>
    </message>
    <message>
        <source>This folder is empty now; its photos are kept. Connect its drive and scan again, or take the folder out of the library.</source>
        <translation>Dieser Ordner ist jetzt leer; seine Fotos bleiben erhalten. Schließen Sie sein Laufwerk an und lesen Sie ihn noch einmal ein, oder nehmen Sie den Ordner aus der Bibliothek.</translation>
    </message>
    <message>
        <source>{unseen} of {total} photos of this folder are not there; they stay shown. Connect the disc they lie on and scan again, or say that they were deleted (Folders page, or scan --deleted).</source>
        <translation>{unseen} von {total} Fotos dieses Ordners sind nicht da; sie werden weiter gezeigt. Schließen Sie den Datenträger an, auf dem sie liegen, und lesen Sie den Ordner noch einmal ein, oder sagen Sie, dass sie gelöscht wurden (Seite Ordner, oder scan --deleted).</translation>
    </message>
    <message>
        <source>This pattern is not understood: {error}. Patterns are written as in .gitignore: *.png, /scans, raw/, !keep.png.</source>
        <translation>Dieses Muster ist nicht verständlich: {error}. Muster werden wie in .gitignore geschrieben: *.png, /scans, raw/, !keep.png.</translation>
    </message>
    <message>
        <source>The folder you are in was deleted; go to another one, or give the full path.</source>
        <translation>Der Ordner, in dem Sie sind, wurde gelöscht; wechseln Sie in einen anderen, oder nennen Sie den ganzen Pfad.</translation>
    </message>
    <message>
        <source>The analysis of this video failed ({error}).</source>
        <translation>Die Analyse dieses Videos ist fehlgeschlagen ({error}).</translation>
    </message>
    <message>
        <source>Learning which of {title} look alike</source>
        <translation>Es wird gelernt, was sich ähnlich sieht: {title}</translation>
    </message>
    <message>
        <source>The time for finding groups of photos is up; the next search goes on</source>
        <translation>Die Zeit für die Suche nach Fotogruppen ist um; die nächste Suche macht weiter</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of photos</source>
        <translation>
            <numerusform>{n} Gruppe von Fotos</numerusform>
            <numerusform>{n} Gruppen von Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>Überwacht</translation>
    </message>
    <message>
        <source>Watched, and looked at every {minutes} minutes: parts tell of no changes</source>
        <translation>Überwacht, und alle {minutes} Minuten angesehen: Teile melden keine Änderungen</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: on a network share</source>
        <translation>Alle {minutes} Minuten angesehen: auf einer Netzwerkfreigabe</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: it tells of no changes</source>
        <translation>Alle {minutes} Minuten angesehen: meldet keine Änderungen</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: too many folders to watch</source>
        <translation>Alle {minutes} Minuten angesehen: zu viele Ordner, um sie zu überwachen</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: the system lets no more be watched</source>
        <translation>Alle {minutes} Minuten angesehen: Das System lässt keine weiteren überwachen</translation>
    </message>
    <message>
        <source>Looked at when the program starts</source>
        <translation>Angesehen, wenn das Programm startet</translation>
    </message>
    <message>
        <source>The working process stopped unexpectedly ({name}). What it had stored is safe; start again to go on, and close other programs first if memory is short. Its last words are in {file}.</source>
        <translation>Der Arbeitsprozess hat unerwartet aufgehört ({name}). Was er gespeichert hatte, ist sicher; beginnen Sie noch einmal, um weiterzumachen, und schließen Sie vorher andere Programme, wenn der Arbeitsspeicher knapp ist. Seine letzten Worte stehen in {file}.</translation>
    </message>
    <message>
        <source>This group has no name to take away.</source>
        <translation>Diese Gruppe hat keinen Namen, der sich wegnehmen ließe.</translation>
    </message>
    <message>
        <source>Take the name {person} away</source>
        <translation>Den Namen {person} weggenommen</translation>
    </message>
    <message numerus="yes">
        <source>{name} is in {n} photos; only people without photos can be deleted.</source>
        <translation>
            <numerusform>{name} ist auf {n} Foto; nur Personen ohne Fotos können gelöscht werden.</numerusform>
            <numerusform>{name} ist auf {n} Fotos; nur Personen ohne Fotos können gelöscht werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This group</source>
        <translation>Diese Gruppe</translation>
    </message>
    <message>
        <source>Delete {person}</source>
        <translation>{person} gelöscht</translation>
    </message>
    <message>
        <source>Choose at least two people to merge.</source>
        <translation>Wählen Sie mindestens zwei Personen zum Zusammenführen.</translation>
    </message>
    <message>
        <source>These groups have different names ({names}); merge them into the one whose name shall stay.</source>
        <translation>Diese Gruppen haben verschiedene Namen ({names}); führen Sie sie in die zusammen, deren Name bleiben soll.</translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} faces undecided</source>
        <translation>
            <numerusform>{n} Gesicht als unbekannt vermerkt</numerusform>
            <numerusform>{n} Gesichter als unbekannt vermerkt</numerusform>
        </translation>
    </message>
    <message>
        <source>The cover has to be one of the person's own faces.</source>
        <translation>Das Titelbild muss eines der eigenen Gesichter dieser Person sein.</translation>
    </message>
    <message>
        <source>Choose the cover of {person}</source>
        <translation>Titelbild von {person} gewählt</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>Wählen Sie zwei Personen.</translation>
    </message>
    <message>
        <source>{name} has no faces to keep apart.</source>
        <translation>{name} hat keine Gesichter, die sich trennen ließen.</translation>
    </message>
    <message>
        <source>There is no folder {id} in this library.</source>
        <translation>Es gibt keinen Ordner {id} in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>Remove the folder {folder}</source>
        <translation>Ordner {folder} entfernt</translation>
    </message>
    <message>
        <source>This step cannot be taken back: what the library remembers of it is damaged. Everything else is kept.</source>
        <translation>Dieser Schritt kann nicht zurückgenommen werden: Was die Bibliothek davon weiß, ist beschädigt. Alles andere bleibt erhalten.</translation>
    </message>
    <message>
        <source>Name this group first; then tell when the person was born.</source>
        <translation>Benennen Sie zuerst diese Gruppe; sagen Sie dann, wann die Person geboren ist.</translation>
    </message>
    <message>
        <source>Tell when {person} was born</source>
        <translation>Gesagt, wann {person} geboren ist</translation>
    </message>
    <message>
        <source>Name this group first; then write down what is to be remembered.</source>
        <translation>Benennen Sie diese Gruppe zuerst; dann schreiben Sie auf, was zu merken ist.</translation>
    </message>
    <message>
        <source>Write notes about {person}</source>
        <translation>Notizen zu {person} geschrieben</translation>
    </message>
    <message>
        <source>These notes hold bytes that are no text; type them again.</source>
        <translation>Diese Notizen enthalten Bytes, die kein Text sind; geben Sie sie noch einmal ein.</translation>
    </message>
    <message numerus="yes">
        <source>Notes have at most {n} characters; write less.</source>
        <translation>
            <numerusform>Notizen haben höchstens {n} Zeichen; schreiben Sie weniger.</numerusform>
            <numerusform>Notizen haben höchstens {n} Zeichen; schreiben Sie weniger.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation>Wählen Sie mindestens eine Person.</translation>
    </message>
    <message>
        <source>a face</source>
        <translation>ein Gesicht</translation>
    </message>
    <message>
        <source>There is a box around this face already; resize that one.</source>
        <translation>Um dieses Gesicht ist schon ein Rahmen; ändern Sie dessen Größe.</translation>
    </message>
    <message>
        <source>Draw the box of a face</source>
        <translation>Rahmen eines Gesichts gezogen</translation>
    </message>
    <message>
        <source>Move the box of {person}</source>
        <translation>Rahmen um {person} verschoben</translation>
    </message>
    <message>
        <source>This face was found in the photo; say that it is not a face.</source>
        <translation>Dieses Gesicht wurde im Foto gefunden; sagen Sie, dass es kein Gesicht ist.</translation>
    </message>
    <message>
        <source>Delete the box of {person}</source>
        <translation>Rahmen um {person} gelöscht</translation>
    </message>
    <message>
        <source>In a video faces are found, not drawn; say who they are where they are.</source>
        <translation>In einem Video werden Gesichter gefunden, nicht gezeichnet; sagen Sie dort, wo sie sind, wer sie sind.</translation>
    </message>
    <message>
        <source>A box needs four numbers.</source>
        <translation>Ein Rahmen braucht vier Zahlen.</translation>
    </message>
    <message>
        <source>This box is too small to hold a face; draw a larger one.</source>
        <translation>Dieser Rahmen ist zu klein für ein Gesicht; ziehen Sie einen größeren.</translation>
    </message>
    <message>
        <source>This name holds bytes that are no text; type it again.</source>
        <translation>Dieser Name enthält Bytes, die kein Text sind; geben Sie ihn neu ein.</translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation>Ein Name braucht mindestens einen Buchstaben.</translation>
    </message>
    <message>
        <source>A name has at most {most} characters; choose a shorter one.</source>
        <translation>Ein Name hat höchstens {most} Zeichen; wählen Sie einen kürzeren.</translation>
    </message>
    <message>
        <source>Choose at least one face.</source>
        <translation>Wählen Sie mindestens ein Gesicht.</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>eine Gruppe</translation>
    </message>
    <message>
        <source>another group</source>
        <translation>eine andere Gruppe</translation>
    </message>
    <message>
        <source>Name {person}</source>
        <translation>{person} benannt</translation>
    </message>
    <message>
        <source>Rename {person} to {name}</source>
        <translation>{person} in {name} umbenannt</translation>
    </message>
    <message>
        <source>Merge {person} into {into}</source>
        <translation>{person} mit {into} zusammengeführt</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into one</source>
        <translation>
            <numerusform>{n} Gruppe zusammengeführt</numerusform>
            <numerusform>{n} Gruppen zu einer zusammengeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into {into}</source>
        <translation>
            <numerusform>{n} Gruppe mit {into} zusammengeführt</numerusform>
            <numerusform>{n} Gruppen mit {into} zusammengeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} faces from {person}</source>
        <translation>
            <numerusform>{n} Gesicht von {person} entfernt</numerusform>
            <numerusform>{n} Gesichter von {person} entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to {person}</source>
        <translation>
            <numerusform>{n} Gesicht zu {person} verschoben</numerusform>
            <numerusform>{n} Gesichter zu {person} verschoben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm {n} faces of {person}</source>
        <translation>
            <numerusform>{n} Gesicht von {person} bestätigt</numerusform>
            <numerusform>{n} Gesichter von {person} bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Split off {person}</source>
        <translation>{person} abgetrennt</translation>
    </message>
    <message numerus="yes">
        <source>Split off {n} faces</source>
        <translation>
            <numerusform>{n} Gesicht abgetrennt</numerusform>
            <numerusform>{n} Gesichter abgetrennt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not a face</source>
        <translation>
            <numerusform>{n} Gesicht verworfen: kein Gesicht</numerusform>
            <numerusform>{n} Gesichter verworfen: keine Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>{person} ausgeblendet</translation>
    </message>
    <message>
        <source>Show {person}</source>
        <translation>{person} eingeblendet</translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe ausgeblendet</numerusform>
            <numerusform>{n} Gruppen ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe eingeblendet</numerusform>
            <numerusform>{n} Gruppen eingeblendet</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep {person} and {other} apart</source>
        <translation>{person} und {other} getrennt gehalten</translation>
    </message>
    <message>
        <source>Make {person} a favourite</source>
        <translation>{person} zum Favoriten gemacht</translation>
    </message>
    <message>
        <source>Make {person} no favourite any more</source>
        <translation>{person} ist kein Favorit mehr</translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people a favourite</source>
        <translation>
            <numerusform>{n} Person zum Favoriten gemacht</numerusform>
            <numerusform>{n} Personen zu Favoriten gemacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people no favourite any more</source>
        <translation>
            <numerusform>{n} Person ist kein Favorit mehr</numerusform>
            <numerusform>{n} Personen sind keine Favoriten mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n} faces as real</source>
        <translation>
            <numerusform>{n} Gesicht als echt behalten</numerusform>
            <numerusform>{n} Gesichter als echt behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Something cannot be a face and none.</source>
        <translation>Etwas kann nicht zugleich ein Gesicht und keines sein.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not faces</source>
        <translation>
            <numerusform>{n} Gesicht verworfen: kein Gesicht</numerusform>
            <numerusform>{n} Gesichter verworfen: keine Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep real faces</source>
        <translation>Echte Gesichter behalten</translation>
    </message>
    <message>
        <source>Nobody can be known and a stranger.</source>
        <translation>Niemand kann zugleich bekannt und fremd sein.</translation>
    </message>
    <message>
        <source>Choose at least one group.</source>
        <translation>Wählen Sie mindestens eine Gruppe.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} strangers</source>
        <translation>
            <numerusform>{n} Fremden verworfen</numerusform>
            <numerusform>{n} Fremde verworfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep people who were strangers</source>
        <translation>Personen behalten, die Fremde waren</translation>
    </message>
    <message>
        <source>Not sure whether two are one person</source>
        <translation>Nicht sicher, ob zwei eine Person sind</translation>
    </message>
    <message>
        <source>Keep {person} together</source>
        <translation>{person} zusammengehalten</translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} faces of {person} not found any more</source>
        <translation>
            <numerusform>{n} Gesicht von {person} vergessen, das nicht mehr gefunden wird</numerusform>
            <numerusform>{n} Gesichter von {person} vergessen, die nicht mehr gefunden werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Only faces that are not found any more can be forgotten.</source>
        <translation>Nur Gesichter, die nicht mehr gefunden werden, können vergessen werden.</translation>
    </message>
    <message>
        <source>Take {person} out of {other} again</source>
        <translation>{person} wieder aus {other} herausgenommen</translation>
    </message>
    <message>
        <source>There is no merge {id} in this library.</source>
        <translation>Es gibt keine Zusammenführung {id} in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>The merge {id} was taken back already.</source>
        <translation>Die Zusammenführung {id} wurde schon zurückgenommen.</translation>
    </message>
    <message>
        <source>The merge {id} is not one of {name}.</source>
        <translation>Die Zusammenführung {id} gehört nicht zu {name}.</translation>
    </message>
    <message numerus="yes">
        <source>Say that {n} photos are no duplicates</source>
        <translation>
            <numerusform>Sagen, dass ein Foto kein Duplikat ist</numerusform>
            <numerusform>Sagen, dass {n} Fotos keine Duplikate sind</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has said of these photos that they are no duplicates.</source>
        <translation>Von diesen Fotos hat niemand gesagt, dass sie keine Duplikate sind.</translation>
    </message>
    <message numerus="yes">
        <source>Take back that {n} photos are no duplicates</source>
        <translation>
            <numerusform>Zurücknehmen, dass ein Foto kein Duplikat ist</numerusform>
            <numerusform>Zurücknehmen, dass {n} Fotos keine Duplikate sind</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe benannt</numerusform>
            <numerusform>{n} Gruppen benannt</numerusform>
        </translation>
    </message>
    <message>
        <source>You said otherwise of this face.</source>
        <translation>Sie haben von diesem Gesicht etwas anderes gesagt.</translation>
    </message>
    <message>
        <source>You said that this is no face.</source>
        <translation>Sie haben gesagt, dass das kein Gesicht ist.</translation>
    </message>
    <message>
        <source>This person is in the photo already, at another place.</source>
        <translation>Diese Person ist schon auf dem Foto, an anderer Stelle.</translation>
    </message>
    <message>
        <source>The box is too small to hold a face.</source>
        <translation>Der Rahmen ist zu klein für ein Gesicht.</translation>
    </message>
    <message numerus="yes">
        <source>Take over {n} names from other programs</source>
        <translation>
            <numerusform>{n} Name aus anderen Programmen übernommen</numerusform>
            <numerusform>{n} Namen aus anderen Programmen übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no name that can be stored.</source>
        <translation>Dieser Name lässt sich nicht speichern.</translation>
    </message>
    <message>
        <source>It lies on another picture: this one was cut or turned since.</source>
        <translation>Er liegt auf einem anderen Bild: Dieses wurde seither beschnitten oder gedreht.</translation>
    </message>
    <message>
        <source>Two names are told of one face.</source>
        <translation>Von einem Gesicht werden zwei Namen genannt.</translation>
    </message>
    <message>
        <source>This photo is not in the library.</source>
        <translation>Dieses Foto ist nicht in der Bibliothek.</translation>
    </message>
    <message>
        <source>This file is no list of names; `names export` writes one.</source>
        <translation>Diese Datei ist keine Namensliste; `names export` schreibt eine.</translation>
    </message>
    <message>
        <source>This entry is not understood.</source>
        <translation>Dieser Eintrag ist nicht verständlich.</translation>
    </message>
    <message>
        <source>There is no face {id} in this library.</source>
        <translation>Es gibt kein Gesicht {id} in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>The stored faces of this library do not fit each other; scan its folders again.</source>
        <translation>Die gespeicherten Gesichter dieser Bibliothek passen nicht zusammen; lesen Sie ihre Ordner noch einmal ein.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>Januar</translation>
    </message>
    <message>
        <source>February</source>
        <translation>Februar</translation>
    </message>
    <message>
        <source>March</source>
        <translation>März</translation>
    </message>
    <message>
        <source>April</source>
        <translation>April</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>June</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>July</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>August</source>
        <translation>August</translation>
    </message>
    <message>
        <source>September</source>
        <translation>September</translation>
    </message>
    <message>
        <source>October</source>
        <translation>Oktober</translation>
    </message>
    <message>
        <source>November</source>
        <translation>November</translation>
    </message>
    <message>
        <source>December</source>
        <translation>Dezember</translation>
    </message>
    <message>
        <source>“{text}” is no date; write a year, a month or a day: 2003, 2003-07, 2003-07-14.</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie ein Jahr, einen Monat oder einen Tag: 2003, 2003-07, 2003-07-14.</translation>
    </message>
    <message>
        <source>{last} lies before {first}; write the earlier date first.</source>
        <translation>{last} liegt vor {first}; schreiben Sie das frühere Datum zuerst.</translation>
    </message>
    <message>
        <source>Look for at most {most} people and words at once.</source>
        <translation>Suchen Sie nach höchstens {most} Personen und Wörtern zugleich.</translation>
    </message>
    <message>
        <source>The search needs a name.</source>
        <translation>Die Suche braucht einen Namen.</translation>
    </message>
    <message>
        <source>This name is too long; use at most {most} letters.</source>
        <translation>Dieser Name ist zu lang; höchstens {most} Buchstaben.</translation>
    </message>
    <message>
        <source>There is a search called “{name}” already; choose another name.</source>
        <translation>Es gibt schon eine Suche „{name}“; wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>Photos {told}</source>
        <translation>Fotos {told}</translation>
    </message>
    <message>
        <source>with {people} and nobody else</source>
        <translation>mit {people} und sonst niemandem</translation>
    </message>
    <message>
        <source>with {people}</source>
        <translation>mit {people}</translation>
    </message>
    <message>
        <source>with {words}</source>
        <translation>mit {words}</translation>
    </message>
    <message>
        <source>without {people}</source>
        <translation>ohne {people}</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>taken with “{camera}”</source>
        <translation>aufgenommen mit „{camera}“</translation>
    </message>
    <message>
        <source>taken in “{place}”</source>
        <translation>aufgenommen in „{place}“</translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation>im Ordner {folder}</translation>
    </message>
    <message>
        <source>in “{folder}”</source>
        <translation>in „{folder}“</translation>
    </message>
    <message numerus="yes">
        <source>{name} ({n} people)</source>
        <translation>
            <numerusform>{name} ({n} Person)</numerusform>
            <numerusform>{name} ({n} Personen)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>{n} weitere</numerusform>
            <numerusform>{n} weiteren</numerusform>
        </translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>„{word}“</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} und {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} oder {last}</translation>
    </message>
    <message>
        <source>of {day}</source>
        <translation>von {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>von {first} bis {last}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message numerus="yes">
        <source>with {n} or more faces</source>
        <translation>
            <numerusform>mit {n} oder mehr Gesichtern</numerusform>
            <numerusform>mit {n} oder mehr Gesichtern</numerusform>
        </translation>
    </message>
    <message>
        <source>with nobody in them</source>
        <translation>mit niemandem darauf</translation>
    </message>
    <message numerus="yes">
        <source>with {n} faces</source>
        <translation>
            <numerusform>mit {n} Gesicht</numerusform>
            <numerusform>mit {n} Gesichtern</numerusform>
        </translation>
    </message>
    <message>
        <source>with {least} to {most} faces</source>
        <translation>mit {least} bis {most} Gesichtern</translation>
    </message>
    <message>
        <source>Take over what another library holds</source>
        <translation>Übernommen, was eine andere Bibliothek enthält</translation>
    </message>
    <message>
        <source>Restore what the journal holds</source>
        <translation>Wiederhergestellt, was im Journal steht</translation>
    </message>
    <message>
        <source>Another photoorg is scanning or grouping this library; wait until it has finished.</source>
        <translation>Ein anderes photoorg liest oder gruppiert diese Bibliothek gerade; warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>Another photoorg is looking for photos that look alike in this library; wait until it has finished.</source>
        <translation>Ein anderes photoorg sucht in dieser Bibliothek gerade nach ähnlichen Fotos; warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>photoorg is already open with this library; use that window.</source>
        <translation>photoorg ist mit dieser Bibliothek schon offen; nehmen Sie jenes Fenster.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written; check the permissions of the file and of its folder, or choose another file with --library.</source>
        <translation>In die Bibliothek {path} kann nicht geschrieben werden; prüfen Sie die Rechte der Datei und ihres Ordners, oder wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); choose another file with --library.</source>
        <translation>Der Ordner {folder} kann nicht angelegt werden ({reason}); wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>“{text}” is no date; write 2003-07-14 10:11, 2003-07-14, 2003-07 or 2003.</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie 2003-07-14 10:11, 2003-07-14, 2003-07 oder 2003.</translation>
    </message>
    <message>
        <source>None of these photos tells its date so exactly that it could be put right by that.</source>
        <translation>Von keinem dieser Fotos ist das Datum so genau bekannt, dass es sich so berichtigen ließe.</translation>
    </message>
    <message>
        <source>No photo can have been taken then; move its date by less.</source>
        <translation>Zu dieser Zeit kann kein Foto aufgenommen worden sein; verschieben Sie das Datum um weniger.</translation>
    </message>
    <message>
        <source>Choose at least one photo.</source>
        <translation>Wählen Sie mindestens ein Foto.</translation>
    </message>
    <message numerus="yes">
        <source>Tell when {n} photos were taken</source>
        <translation>
            <numerusform>Gesagt, wann {n} Foto aufgenommen wurde</numerusform>
            <numerusform>Gesagt, wann {n} Fotos aufgenommen wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell when {photo} was taken</source>
        <translation>Gesagt, wann {photo} aufgenommen wurde</translation>
    </message>
    <message>
        <source>There is no person {id} in this library.</source>
        <translation>Es gibt keine Person {id} in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>There is no photo {id} in this library.</source>
        <translation>Es gibt kein Foto {id} in dieser Bibliothek.</translation>
    </message>
    <message>
        <source>“{text}” is no date; write 2019-07-14, 2019-07 or 2019.</source>
        <translation>„{text}“ ist kein Datum; schreiben Sie 2019-07-14, 2019-07 oder 2019.</translation>
    </message>
    <message>
        <source>Another group is called {name} already; put them together instead.</source>
        <translation>Eine andere Gruppe heißt schon {name}; legen Sie beide stattdessen zusammen.</translation>
    </message>
    <message>
        <source>Name the group of photos {name}</source>
        <translation>Die Fotogruppe {name} nennen</translation>
    </message>
    <message>
        <source>Rename the group of photos {name} to {new}</source>
        <translation>Die Fotogruppe {name} in {new} umbenennen</translation>
    </message>
    <message>
        <source>Take the name {name} away</source>
        <translation>Den Namen {name} wegnehmen</translation>
    </message>
    <message numerus="yes">
        <source>Put {n} photos into {name}</source>
        <translation>
            <numerusform>Ein Foto zu {name} legen</numerusform>
            <numerusform>{n} Fotos zu {name} legen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make a group of {n} photos</source>
        <translation>
            <numerusform>Eine Gruppe aus einem Foto bilden</numerusform>
            <numerusform>Eine Gruppe aus {n} Fotos bilden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} photos out of their groups</source>
        <translation>
            <numerusform>Ein Foto aus seiner Gruppe nehmen</numerusform>
            <numerusform>{n} Fotos aus ihren Gruppen nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least two groups.</source>
        <translation>Wählen Sie mindestens zwei Gruppen.</translation>
    </message>
    <message numerus="yes">
        <source>Put {n} groups of photos into {name}</source>
        <translation>
            <numerusform>Eine Fotogruppe zu {name} legen</numerusform>
            <numerusform>{n} Fotogruppen zu {name} legen</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no group {id}.</source>
        <translation>Es gibt keine Gruppe {id}.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on a drive that refuses locks, as some network shares do: a library could be damaged there. Keep it, with the files beside it whose names begin alike, on a disk of this computer; the usual place is {place}, and --library names another.</source>
        <translation>Der Ordner {folder} liegt auf einem Laufwerk, das Sperren verweigert, wie es manche Netzwerkfreigaben tun: Eine Bibliothek könnte dort beschädigt werden. Bewahren Sie sie, mit den Dateien daneben, deren Namen gleich beginnen, auf einer Platte dieses Computers auf; der übliche Ort ist {place}, und --library nennt einen anderen.</translation>
    </message>
    <message>
        <source>Another program reads {name}, so what is to be erased is still beside it; close the windows of photoorg and do it again.</source>
        <translation>Ein anderes Programm liest {name}, darum liegt das zu Löschende noch daneben; schließen Sie die Fenster von photoorg und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The lock file {file} cannot be opened ({reason}); if another user of this machine left it (or sudo did), delete it once nobody uses the library.</source>
        <translation>Die Sperrdatei {file} kann nicht geöffnet werden ({reason}); wenn ein anderer Benutzer dieses Rechners sie hinterlassen hat (oder sudo), löschen Sie sie, sobald niemand die Bibliothek benutzt.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a library file in it with --library.</source>
        <translation>{path} ist ein Ordner; nennen Sie mit --library eine Bibliotheksdatei darin.</translation>
    </message>
    <message>
        <source>{path} is no file but a device or pipe; choose another file with --library.</source>
        <translation>{path} ist keine Datei, sondern ein Gerät oder eine Pipe; wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>Keine Berechtigung</translation>
    </message>
    <message>
        <source>The library {path} is empty and cannot be written; choose another file with --library.</source>
        <translation>Die Bibliothek {path} ist leer und kann nicht beschrieben werden; wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} is a link to a file that is not there; choose another file with --library.</source>
        <translation>{path} ist eine Verknüpfung zu einer Datei, die es nicht gibt; wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>There is no library at {path}; scan a folder first.</source>
        <translation>Unter {path} gibt es keine Bibliothek; lesen Sie zuerst einen Ordner ein.</translation>
    </message>
    <message>
        <source>The last changes of the library {path} lie in {name}-wal, which can only be read where files can be written; copy both files to another folder, or choose another file with --library.</source>
        <translation>Die letzten Änderungen der Bibliothek {path} liegen in {name}-wal und können nur gelesen werden, wo Dateien geschrieben werden können; kopieren Sie beide Dateien in einen anderen Ordner, oder wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {path} is empty now</source>
        <translation>Die Bibliothek {path} ist jetzt leer</translation>
    </message>
    <message>
        <source>The library {path} is not there any more</source>
        <translation>Die Bibliothek {path} ist nicht mehr da</translation>
    </message>
    <message>
        <source>{what}; `photoorg restore` brings back what is kept in {files}. To begin anew instead, move that away first.</source>
        <translation>{what}; `photoorg restore` holt zurück, was in {files} aufbewahrt ist. Um neu anzufangen, legen Sie das vorher beiseite.</translation>
    </message>
    <message>
        <source>{what}, and nothing to restore it from lies in {folder}; put a copy of your own in its place. To begin anew instead, move {files} away first.</source>
        <translation>{what}, und in {folder} liegt nichts, woraus sie wiederhergestellt werden könnte; legen Sie eine eigene Kopie an ihre Stelle. Um neu anzufangen, legen Sie vorher {files} beiseite.</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened ({reason}); check its permissions, or choose another file with --library.</source>
        <translation>Die Bibliothek {path} kann nicht geöffnet werden ({reason}); prüfen Sie ihre Rechte, oder wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written: the disk is full or failing. Free some space and start again; nothing already stored is lost.</source>
        <translation>In die Bibliothek {path} kann nicht geschrieben werden: Der Datenträger ist voll oder fehlerhaft. Machen Sie Platz und beginnen Sie noch einmal; nichts Gespeichertes ist verloren.</translation>
    </message>
    <message>
        <source>The library {path} or a file beside it cannot be opened; check the permissions of the folder and of all files whose names begin with {name}, or choose another file with --library.</source>
        <translation>Die Bibliothek {path} oder eine Datei daneben kann nicht geöffnet werden; prüfen Sie die Rechte des Ordners und aller Dateien, deren Namen mit {name} beginnen, oder wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {path} is too large for this disk; move it to another.</source>
        <translation>Die Bibliothek {path} ist zu groß für diesen Datenträger; verschieben Sie sie auf einen anderen.</translation>
    </message>
    <message>
        <source>A part of the library {path} is too large to be read.</source>
        <translation>Ein Teil der Bibliothek {path} ist zu groß, um gelesen zu werden.</translation>
    </message>
    <message>
        <source>There is not enough memory for the library; close other programs and start again.</source>
        <translation>Es ist nicht genug Arbeitsspeicher für die Bibliothek frei; schließen Sie andere Programme und beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The library {path} is damaged, and no copy of it lies in {folder}; put one of your own backups in its place, or choose another file with --library.</source>
        <translation>Die Bibliothek {path} ist beschädigt, und in {folder} liegt keine Kopie davon; legen Sie eine Ihrer eigenen Sicherungen an ihre Stelle, oder wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {path} is damaged; `photoorg restore` brings it back from what is kept in {files}.</source>
        <translation>Die Bibliothek {path} ist beschädigt; `photoorg restore` stellt sie aus dem wieder her, was in {files} aufbewahrt ist.</translation>
    </message>
    <message>
        <source>Another program is writing to the library {path}; try again in a moment.</source>
        <translation>Ein anderes Programm schreibt gerade in die Bibliothek {path}; versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>{path} is not a photoorg library and stays as it is; choose another file with --library.</source>
        <translation>{path} ist keine Bibliothek von photoorg und bleibt, wie sie ist; wählen Sie mit --library eine andere Datei.</translation>
    </message>
    <message>
        <source>The library {library} cannot be written, because {file} belongs to somebody else; close every photoorg, then give yourself that file (chown).</source>
        <translation>In die Bibliothek {library} kann nicht geschrieben werden, weil {file} jemand anderem gehört; schließen Sie jedes photoorg, dann übernehmen Sie diese Datei (chown).</translation>
    </message>
    <message>
        <source>The library {path} has to be updated, and nothing can be written there; copy it to another place.</source>
        <translation>Die Bibliothek {path} muss aktualisiert werden, und dort kann nichts geschrieben werden; kopieren Sie sie an einen anderen Ort.</translation>
    </message>
    <message>
        <source>The library {path} has to be updated, and the disk has no room for the copy that is made first; free some space and start again.</source>
        <translation>Die Bibliothek {path} muss aktualisiert werden, und auf dem Datenträger ist kein Platz für die Kopie, die vorher gemacht wird; schaffen Sie Platz und starten Sie neu.</translation>
    </message>
    <message>
        <source>The picture claims {width} x {height} pixels and is larger than the {limit} megapixels the program opens; save a smaller copy.</source>
        <translation>Das Bild gibt {width} x {height} Pixel an und ist damit größer als die {limit} Megapixel, die das Programm öffnet; speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The picture claims {width} x {height} pixels and is longer than any the program opens; save a smaller copy.</source>
        <translation>Das Bild gibt {width} x {height} Pixel an und ist damit länger als alle, die das Programm öffnet; speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>Opening this picture takes {needed} GB of memory, more than the program allows for one ({limit} GB); save a smaller copy.</source>
        <translation>Dieses Bild zu öffnen braucht {needed} GB Arbeitsspeicher, mehr als das Programm für eines zulässt ({limit} GB); speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The picture is larger than the {limit} megapixels the program opens; save a smaller copy.</source>
        <translation>Das Bild ist größer als die {limit} Megapixel, die das Programm öffnet; speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The file is cut off; copy it again from the camera or a backup.</source>
        <translation>Die Datei ist abgeschnitten; kopieren Sie sie noch einmal von der Kamera oder einer Sicherung.</translation>
    </message>
    <message>
        <source>The picture in this file is damaged; copy it again from the camera or a backup.</source>
        <translation>Das Bild in dieser Datei ist beschädigt; kopieren Sie sie noch einmal von der Kamera oder einer Sicherung.</translation>
    </message>
    <message>
        <source>The file is empty; copy it again from the camera or a backup.</source>
        <translation>Die Datei ist leer; kopieren Sie sie noch einmal von der Kamera oder einer Sicherung.</translation>
    </message>
    <message>
        <source>The file holds nothing but zeros, as after a failed copy; copy it again from the camera or a backup.</source>
        <translation>Die Datei enthält nur Nullen, wie nach einer missglückten Kopie; kopieren Sie sie noch einmal von der Kamera oder einer Sicherung.</translation>
    </message>
    <message>
        <source>The file is gone; it was moved or deleted, so scan its folder again.</source>
        <translation>Die Datei ist weg; sie wurde verschoben oder gelöscht, lesen Sie also ihren Ordner noch einmal ein.</translation>
    </message>
    <message>
        <source>The program is not allowed to read this file; change its permissions.</source>
        <translation>Das Programm darf diese Datei nicht lesen; ändern Sie ihre Rechte.</translation>
    </message>
    <message>
        <source>This link leads back to itself; remove it.</source>
        <translation>Diese Verknüpfung führt zu sich selbst zurück; entfernen Sie sie.</translation>
    </message>
    <message>
        <source>There was not enough memory to open this picture; close other programs and scan again, or save a smaller copy.</source>
        <translation>Der Arbeitsspeicher reichte nicht, um dieses Bild zu öffnen; schließen Sie andere Programme und lesen Sie noch einmal ein, oder speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>This picture takes too long to open, so it is left out until it changes; save it anew in another program.</source>
        <translation>Dieses Bild braucht zu lange zum Öffnen und wird ausgelassen, bis es sich ändert; speichern Sie es in einem anderen Programm neu.</translation>
    </message>
    <message>
        <source>This is not an ordinary file; move it out of the photo folder.</source>
        <translation>Das ist keine gewöhnliche Datei; verschieben Sie sie aus dem Fotoordner.</translation>
    </message>
    <message>
        <source>This is not a picture in any format the program reads; open it in another program and save it as JPEG, or remove it.</source>
        <translation>Das ist kein Bild in einem Format, das das Programm liest; öffnen Sie es in einem anderen Programm und speichern Sie es als JPEG, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>This is a RAR archive</source>
        <translation>Das ist ein RAR-Archiv</translation>
    </message>
    <message>
        <source>This is a 7-Zip archive</source>
        <translation>Das ist ein 7-Zip-Archiv</translation>
    </message>
    <message>
        <source>This is a compressed archive</source>
        <translation>Das ist ein komprimiertes Archiv</translation>
    </message>
    <message>
        <source>This is a Photoshop picture</source>
        <translation>Das ist ein Photoshop-Bild</translation>
    </message>
    <message>
        <source>This is a JPEG 2000 picture</source>
        <translation>Das ist ein JPEG-2000-Bild</translation>
    </message>
    <message>
        <source>This is an icon</source>
        <translation>Das ist ein Symbol</translation>
    </message>
    <message>
        <source>This is a GIMP picture</source>
        <translation>Das ist ein GIMP-Bild</translation>
    </message>
    <message>
        <source>This is a raw camera picture</source>
        <translation>Das ist ein Rohbild einer Kamera</translation>
    </message>
    <message>
        <source>This is a video</source>
        <translation>Das ist ein Video</translation>
    </message>
    <message>
        <source>This is an office document, perhaps locked with a password</source>
        <translation>Das ist ein Bürodokument, vielleicht mit Kennwort</translation>
    </message>
    <message>
        <source>This is an encrypted file</source>
        <translation>Das ist eine verschlüsselte Datei</translation>
    </message>
    <message>
        <source>This is a program</source>
        <translation>Das ist ein Programm</translation>
    </message>
    <message>
        <source>The file is {size} GB large, more than any photo the program opens; save a smaller copy.</source>
        <translation>Die Datei ist {size} GB groß, mehr als jedes Foto, das das Programm öffnet; speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The path of this file is longer than the system allows; move the file up, or shorten the names above it.</source>
        <translation>Der Pfad dieser Datei ist länger, als das System erlaubt; verschieben Sie die Datei nach oben oder kürzen Sie die Namen darüber.</translation>
    </message>
    <message>
        <source>The disk reports an error while reading. The next scan tries again; if that does not help, copy the file again from a backup.</source>
        <translation>Der Datenträger meldet einen Fehler beim Lesen. Beim nächsten Einlesen wird es wieder versucht; hilft das nicht, kopieren Sie die Datei noch einmal von einer Sicherung.</translation>
    </message>
    <message>
        <source>The drive or share does not answer ({reason}); the next scan tries again.</source>
        <translation>Das Laufwerk oder die Freigabe antwortet nicht ({reason}); beim nächsten Einlesen wird es wieder versucht.</translation>
    </message>
    <message>
        <source>The computer could not open the file just now ({reason}); scan again.</source>
        <translation>Der Rechner konnte die Datei gerade nicht öffnen ({reason}); lesen Sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); check the disk it lies on.</source>
        <translation>Die Datei kann nicht gelesen werden ({reason}); prüfen Sie den Datenträger, auf dem sie liegt.</translation>
    </message>
    <message>
        <source>This is a web page; download the picture itself.</source>
        <translation>Das ist eine Webseite; laden Sie das Bild selbst herunter.</translation>
    </message>
    <message>
        <source>{kind}, which the program does not read; save it as JPEG, or remove it.</source>
        <translation>{kind}, und das liest das Programm nicht; speichern Sie es als JPEG, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>This is an archive locked with a password</source>
        <translation>Das ist ein Archiv mit Kennwort</translation>
    </message>
    <message>
        <source>This is a ZIP archive or office document</source>
        <translation>Das ist ein ZIP-Archiv oder Bürodokument</translation>
    </message>
    <message>
        <source>This is a PDF document with a password</source>
        <translation>Das ist ein PDF-Dokument mit Kennwort</translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation>Das ist ein PDF-Dokument</translation>
    </message>
    <message>
        <source>This is a drawing (SVG)</source>
        <translation>Das ist eine Zeichnung (SVG)</translation>
    </message>
    <message>
        <source>There are no moving pictures in this file, only sound or data; open it in another program, or move it out of the photo folder.</source>
        <translation>In dieser Datei sind keine bewegten Bilder, nur Ton oder Daten; öffnen Sie sie in einem anderen Programm, oder nehmen Sie sie aus dem Fotoordner.</translation>
    </message>
    <message>
        <source>The video in this file is damaged; copy it again from the camera or a backup.</source>
        <translation>Das Video in dieser Datei ist beschädigt; kopieren Sie es erneut von der Kamera oder aus einer Sicherung.</translation>
    </message>
    <message>
        <source>This video was being written while it was read; the next scan reads it again.</source>
        <translation>Dieses Video wurde noch geschrieben, während es gelesen wurde; beim nächsten Einlesen wird es noch einmal gelesen.</translation>
    </message>
    <message>
        <source>There was not enough memory to open this video; close other programs and scan again, or save a smaller copy.</source>
        <translation>Der Arbeitsspeicher reichte nicht, um dieses Video zu öffnen; schließen Sie andere Programme und lesen Sie noch einmal ein, oder speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>This is not a video in any format the program reads; open it in another program and save it as MP4, or remove it.</source>
        <translation>Das ist kein Video in einem Format, das das Programm liest; öffnen Sie es in einem anderen Programm und speichern Sie es als MP4, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>This video is coded in a way the program does not read ({coding}); save it as MP4 (H.264) in another program.</source>
        <translation>Dieses Video ist auf eine Weise codiert, die das Programm nicht liest ({coding}); speichern Sie es in einem anderen Programm als MP4 (H.264).</translation>
    </message>
    <message>
        <source>The video claims {width} x {height} pixels, more than the program opens; save a smaller copy.</source>
        <translation>Das Video gibt {width} x {height} Pixel an, mehr als das Programm öffnet; speichern Sie eine kleinere Kopie.</translation>
    </message>
    <message>
        <source>The video ends after {there} although {announced} are announced; what is there is shown. Copy it again from the camera or a backup if the rest is missing.</source>
        <translation>Das Video endet nach {there}, obwohl {announced} angekündigt sind; was da ist, wird gezeigt. Kopieren Sie es erneut von der Kamera oder aus einer Sicherung, falls der Rest fehlt.</translation>
    </message>
    <message>
        <source>it holds nothing that names can be put into</source>
        <translation>sie enthält nichts, in das Namen geschrieben werden können</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is no sound XML</source>
        <translation>sie ist kein fehlerfreies XML</translation>
    </message>
    <message>
        <source>its regions belong to another picture</source>
        <translation>ihre Bereiche gehören zu einem anderen Bild</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>it is far larger than sidecars are</source>
        <translation>sie ist viel größer als solche Dateien sonst</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>The face detector that belongs to the program cannot be used ({error}); install the program again.</source>
        <translation>Der Gesichtsdetektor, der zum Programm gehört, ist nicht brauchbar ({error}); installieren Sie das Programm neu.</translation>
    </message>
    <message>
        <source>its digest differs</source>
        <translation>die Prüfsumme weicht ab</translation>
    </message>
    <message>
        <source>The download of {name} cannot be used and was removed: {error}</source>
        <translation>Der Download von {name} ist nicht brauchbar und wurde entfernt: {error}</translation>
    </message>
    <message>
        <source>{file} cannot be used: {error}</source>
        <translation>{file} ist nicht brauchbar: {error}</translation>
    </message>
    <message>
        <source>Accept the terms of {name} before downloading it.</source>
        <translation>Nehmen Sie die Bedingungen von {name} an, bevor Sie es herunterladen.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file} kann nicht gelesen werden ({reason}).</translation>
    </message>
    <message>
        <source>{given} instead of {size} bytes</source>
        <translation>{given} statt {size} Bytes</translation>
    </message>
    <message>
        <source>{file} is not the file of {title} ({reason}); download {name} from {url} again.</source>
        <translation>{file} ist nicht die Datei von {title} ({reason}); laden Sie {name} noch einmal von {url}.</translation>
    </message>
    <message>
        <source>The disk with {folder} has {free} MB free, but {needed} MB are needed; free some space and try again.</source>
        <translation>Auf dem Datenträger mit {folder} sind {free} MB frei, gebraucht werden aber {needed} MB; machen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full; free some space and try again. What has been fetched is kept.</source>
        <translation>Der Datenträger mit {folder} ist voll; schaffen Sie Platz und versuchen Sie es noch einmal. Was geladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}); check its permissions.</source>
        <translation>In {folder} kann nicht geschrieben werden ({reason}); prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>No face models are installed yet; download them or choose a folder that holds them (--models DIR).</source>
        <translation>Noch sind keine Gesichtsmodelle installiert; laden Sie welche herunter oder wählen Sie einen Ordner, der sie enthält (--models DIR).</translation>
    </message>
    <message>
        <source>{subject} does not exist; choose the folder of a model pack.</source>
        <translation>{subject} gibt es nicht; wählen Sie den Ordner eines Modellpakets.</translation>
    </message>
    <message>
        <source>{subject} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation>{subject} enthält keine Gesichtsmodelle (ONNX-Dateien); wählen Sie den Ordner eines Modellpakets.</translation>
    </message>
    <message>
        <source>{file} is not the file that {manifest} describes (its SHA-256 differs); delete the model pack and install it again.</source>
        <translation>{file} ist nicht die Datei, die {manifest} beschreibt (ihr SHA-256 weicht ab); löschen Sie das Modellpaket und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>The model pack in {folder} holds no {missing}; choose or download a complete pack.</source>
        <translation>Das Modellpaket in {folder} enthält keinen {missing}; wählen oder laden Sie ein vollständiges Paket.</translation>
    </message>
    <message>
        <source>it lists no tasks</source>
        <translation>es nennt keine Aufgaben</translation>
    </message>
    <message>
        <source>{file} is no face detector with landmarks; install the pack again.</source>
        <translation>{file} ist kein Gesichtsfinder mit Landmarken; installieren Sie das Paket neu.</translation>
    </message>
    <message>
        <source>{file} is no face recogniser; install the pack again.</source>
        <translation>{file} ist kein Gesichtserkenner; installieren Sie das Paket neu.</translation>
    </message>
    <message>
        <source>a digest is no SHA-256</source>
        <translation>eine Prüfsumme ist kein SHA-256</translation>
    </message>
    <message>
        <source>it promises embeddings of {dimension} numbers, but {file} gives {given}</source>
        <translation>es verspricht Einbettungen aus {dimension} Zahlen, aber {file} gibt {given}</translation>
    </message>
    <message>
        <source>it names no file for {task}</source>
        <translation>es nennt keine Datei für {task}</translation>
    </message>
    <message>
        <source>{name} lies outside the pack</source>
        <translation>{name} liegt außerhalb des Pakets</translation>
    </message>
    <message>
        <source>{file} is missing; install the model pack again.</source>
        <translation>{file} fehlt; installieren Sie das Modellpaket neu.</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}); delete the model pack and install it again.</source>
        <translation>{file} ist beschädigt ({error}); löschen Sie das Modellpaket und installieren Sie es neu.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}; install the model pack again.</source>
        <translation>{file} ist nicht brauchbar: {reason}; installieren Sie das Modellpaket neu.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation>{path} kann nicht gelesen werden ({reason}); prüfen Sie die Rechte.</translation>
    </message>
    <message>
        <source>non-commercial research only</source>
        <translation>nur für nichtkommerzielle Forschung</translation>
    </message>
    <message>
        <source>The most accurate one, and the best with children. Scanning takes longer than with the program's own models.</source>
        <translation>Das genaueste, und das beste bei Kindern. Einlesen dauert länger als mit den Modellen des Programms.</translation>
    </message>
    <message>
        <source>Free for any use. Accurate with adults, less so with children. Scanning takes long: each face is about twice as much work as with buffalo_l.</source>
        <translation>Frei für jeden Zweck. Genau bei Erwachsenen, weniger bei Kindern. Einlesen dauert lange: Jedes Gesicht macht etwa doppelt so viel Arbeit wie mit buffalo_l.</translation>
    </message>
    <message>
        <source>Accurate with adults; how it does with children is not known. Takes as long as AuraFace. Published as free in the ONNX Model Zoo, but its makers allow research only.</source>
        <translation>Genau bei Erwachsenen; wie gut bei Kindern, ist nicht bekannt. Dauert so lange wie AuraFace. Im ONNX Model Zoo als frei veröffentlicht, doch seine Macher erlauben nur Forschung.</translation>
    </message>
    <message>
        <source>Apache-2.0 (in doubt)</source>
        <translation>Apache-2.0 (zweifelhaft)</translation>
    </message>
    <message>
        <source>no network inside</source>
        <translation>kein Netz darin</translation>
    </message>
    <message>
        <source>an input or output is described at absurd length</source>
        <translation>ein Eingang oder Ausgang ist absurd lang beschrieben</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>die Datei ist abgeschnitten</translation>
    </message>
    <message>
        <source>this is no ONNX file</source>
        <translation>das ist keine ONNX-Datei</translation>
    </message>
    <message>
        <source>published by InsightFace</source>
        <translation>von InsightFace veröffentlicht</translation>
    </message>
    <message>
        <source>terms not stated</source>
        <translation>Bedingungen nicht genannt</translation>
    </message>
    <message>
        <source>told by its makers</source>
        <translation>nach Angabe der Macher</translation>
    </message>
    <message>
        <source>{folder} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation>{folder} enthält keine Gesichtsmodelle (ONNX-Dateien); wählen Sie den Ordner eines Modellpakets.</translation>
    </message>
    <message>
        <source>measured by its makers</source>
        <translation>von den Machern gemessen</translation>
    </message>
    <message>
        <source>The download of {name} was interrupted ({error}); check the internet connection and try again. What has been fetched is kept.</source>
        <translation>Der Download von {name} wurde unterbrochen ({error}); prüfen Sie die Internetverbindung und versuchen Sie es noch einmal. Was geladen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>more than {size} bytes</source>
        <translation>mehr als {size} Bytes</translation>
    </message>
    <message>
        <source>the server ended the connection</source>
        <translation>der Server beendete die Verbindung</translation>
    </message>
    <message>
        <source>The server does not hand out {url} ({code} {reason}); try again later or choose a folder with a model pack.</source>
        <translation>Der Server gibt {url} nicht heraus ({code} {reason}); versuchen Sie es später noch einmal oder wählen Sie einen Ordner mit einem Modellpaket.</translation>
    </message>
    <message>
        <source>the server answered {code}</source>
        <translation>der Server antwortete {code}</translation>
    </message>
    <message>
        <source>The server cannot prove that it is the right one; check this computer's date and network, then try again.</source>
        <translation>Der Server kann nicht beweisen, dass er der richtige ist; prüfen Sie Datum und Netz dieses Rechners und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the server sent another part ({said}) than it was asked for</source>
        <translation>der Server schickte einen anderen Teil ({said}) als den verlangten</translation>
    </message>
    <message>
        <source>The server sent something else than {name} ({reason}); perhaps the network asks for a login first, so open a web page and then try again.</source>
        <translation>Der Server schickte etwas anderes als {name} ({reason}); vielleicht verlangt das Netz erst eine Anmeldung: Öffnen Sie eine Webseite und versuchen Sie es dann noch einmal.</translation>
    </message>
    <message>
        <source>the archive is damaged ({error}); try again.</source>
        <translation>das Archiv ist beschädigt ({error}); versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the archive holds two files of one name; try again.</source>
        <translation>das Archiv enthält zwei Dateien eines Namens; versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>the archive would grow beyond measure; it is not a model pack.</source>
        <translation>das Archiv würde maßlos wachsen; es ist kein Modellpaket.</translation>
    </message>
    <message>
        <source>the archive holds a link or device ({name}).</source>
        <translation>das Archiv enthält eine Verknüpfung oder ein Gerät ({name}).</translation>
    </message>
    <message>
        <source>the archive is locked with a password.</source>
        <translation>das Archiv ist mit einem Kennwort gesperrt.</translation>
    </message>
    <message>
        <source>the archive wants to write outside its folder ({name}).</source>
        <translation>das Archiv will außerhalb seines Ordners schreiben ({name}).</translation>
    </message>
    <message>
        <source>This has changed since it was asked; look at the questions again.</source>
        <translation>Das hat sich geändert, seit gefragt wurde; sehen Sie sich die Fragen noch einmal an.</translation>
    </message>
    <message>
        <source>There is no question {id} any more; `photoorg review` lists them.</source>
        <translation>Die Frage {id} gibt es nicht mehr; `photoorg review` listet sie auf.</translation>
    </message>
    <message numerus="yes">
        <source>Answer {n} questions</source>
        <translation>
            <numerusform>{n} Frage beantwortet</numerusform>
            <numerusform>{n} Fragen beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>“{answer}” names nobody here; leave the name away.</source>
        <translation>„{answer}“ benennt hier niemanden; lassen Sie den Namen weg.</translation>
    </message>
    <message>
        <source>“{answer}” is about all of these faces; name no faces.</source>
        <translation>„{answer}“ gilt für alle diese Gesichter; nennen Sie keine Gesichter.</translation>
    </message>
    <message>
        <source>Name some of the faces that the question is about.</source>
        <translation>Nennen Sie einige der Gesichter, um die es in der Frage geht.</translation>
    </message>
    <message>
        <source>The question is about {name}; if this is {other}, answer: no --person {other}</source>
        <translation>Gefragt ist nach {name}; wenn das {other} ist, antworten Sie: no --person {other}</translation>
    </message>
    <message>
        <source>Nothing is known of what lies between the groups yet; group all faces anew, by the choice of smaller or larger groups in Settings or by `photoorg group`.</source>
        <translation>Was zwischen den Gruppen liegt, ist noch nicht bekannt; gruppieren Sie alle Gesichter neu, durch die Wahl kleinerer oder größerer Gruppen in den Einstellungen oder mit `photoorg group`.</translation>
    </message>
    <message>
        <source>Make larger groups</source>
        <translation>Größere Gruppen gemacht</translation>
    </message>
    <message>
        <source>Make smaller groups</source>
        <translation>Kleinere Gruppen gemacht</translation>
    </message>
    <message>
        <source>Join groups to {person}</source>
        <translation>Gruppen zu {person} dazugenommen</translation>
    </message>
    <message>
        <source>Pull faces out of {person}</source>
        <translation>Gesichter aus {person} herausgenommen</translation>
    </message>
    <message>
        <source>Give a number from -{most} to {most}.</source>
        <translation>Geben Sie eine Zahl von -{most} bis {most} an.</translation>
    </message>
    <message>
        <source>photoorg cannot open</source>
        <translation>photoorg kann nicht öffnen</translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation>Etwas ist schiefgegangen, das nicht hätte schiefgehen dürfen</translation>
    </message>
    <message>
        <source>Nothing that was stored is lost. Please report it with the details below.</source>
        <translation>Nichts Gespeichertes ist verloren. Bitte melden Sie es mit den Einzelheiten unten.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>Name von {name}</translation>
    </message>
    <message>
        <source>Name of this person</source>
        <translation>Name dieser Person</translation>
    </message>
    <message>
        <source>Add name</source>
        <translation>Name eingeben</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>Geburt</translation>
    </message>
    <message>
        <source>When was {name} born? Write 2019-07-14, 2019-07 or 2019; nothing, if you do not know.</source>
        <translation>Wann ist {name} geboren? Schreiben Sie 2019-07-14, 2019-07 oder 2019; nichts, wenn Sie es nicht wissen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>They were taken at this date</source>
        <translation>Sie wurden an diesem Datum aufgenommen</translation>
    </message>
    <message>
        <source>The clock was slow: they were taken later</source>
        <translation>Die Uhr ging nach: Sie wurden später aufgenommen</translation>
    </message>
    <message>
        <source>The clock was fast: they were taken earlier</source>
        <translation>Die Uhr ging vor: Sie wurden früher aufgenommen</translation>
    </message>
    <message>
        <source>As their files tell</source>
        <translation>Wie ihre Dateien sagen</translation>
    </message>
    <message>
        <source>It was taken at this date</source>
        <translation>Es wurde an diesem Datum aufgenommen</translation>
    </message>
    <message>
        <source>The clock was slow: it was taken later</source>
        <translation>Die Uhr ging nach: Es wurde später aufgenommen</translation>
    </message>
    <message>
        <source>The clock was fast: it was taken earlier</source>
        <translation>Die Uhr ging vor: Es wurde früher aufgenommen</translation>
    </message>
    <message>
        <source>As its file tells</source>
        <translation>Wie seine Datei sagt</translation>
    </message>
    <message>
        <source>What is wrong with the date</source>
        <translation>Was am Datum nicht stimmt</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>2003-07-14 10:11, 2003-07-14, 2003-07 or 2003</source>
        <translation>2003-07-14 10:11, 2003-07-14, 2003-07 oder 2003</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Stunden</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>Datum ändern</translation>
    </message>
    <message>
        <source>Their dates are not known so exactly.</source>
        <translation>Ihre Daten sind nicht so genau bekannt.</translation>
    </message>
    <message>
        <source>{before} becomes {then}</source>
        <translation>Aus {before} wird {then}</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos stay: their dates are not known so exactly.</source>
        <translation>
            <numerusform>{n} Foto bleibt, wie es ist: Sein Datum ist nicht so genau bekannt.</numerusform>
            <numerusform>{n} Fotos bleiben, wie sie sind: Ihre Daten sind nicht so genau bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>One pattern a line, as in .gitignore: *.png leaves out files, /scans a folder here, raw/ every folder of that name, !a.png keeps one. What is left out is not shown from the next scan on; its names are remembered.</source>
        <translation>Ein Muster pro Zeile, wie in .gitignore: *.png lässt Dateien aus, /scans einen Ordner hier, raw/ jeden Ordner dieses Namens, !a.png behält eine Datei. Was ausgelassen wird, ist ab dem nächsten Einlesen nicht mehr zu sehen; seine Namen werden gemerkt.</translation>
    </message>
    <message>
        <source>Leave out of {folder}</source>
        <translation>Aus {folder} auslassen</translation>
    </message>
    <message>
        <source>Save and scan</source>
        <translation>Speichern und einlesen</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>Name der Suche</translation>
    </message>
    <message>
        <source>Download face models</source>
        <translation>Gesichtsmodelle herunterladen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>a selection</source>
        <translation>eine Auswahl</translation>
    </message>
    <message>
        <source>Export photos</source>
        <translation>Fotos exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Export {n} photos</source>
        <translation>
            <numerusform>Ein Foto exportieren</numerusform>
            <numerusform>{n} Fotos exportieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Export photos of {people}</source>
        <translation>Fotos exportieren: {people}</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Hard links (on the same disk)</source>
        <translation>Harte Links (auf demselben Datenträger)</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>Symbolische Links</translation>
    </message>
    <message>
        <source>As they are called</source>
        <translation>Wie sie heißen</translation>
    </message>
    <message>
        <source>By date and time</source>
        <translation>Nach Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>In den Ordner</translation>
    </message>
    <message>
        <source>As</source>
        <translation>Als</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Namen</translation>
    </message>
    <message>
        <source>No file in the folder is ever replaced, and what is there already is not put there twice. Your photos stay where they are.</source>
        <translation>Im Ordner wird nie eine Datei ersetzt, und was schon dort liegt, kommt nicht noch einmal hinein. Ihre Fotos bleiben, wo sie sind.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <translation>
            <numerusform>{n} weitere</numerusform>
            <numerusform>{n} weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Alle Fotos</translation>
    </message>
    <message>
        <source>Photos with nobody else</source>
        <translation>Fotos ohne andere Personen</translation>
    </message>
    <message>
        <source>Photos with any of them</source>
        <translation>Fotos mit mindestens einer dieser Personen</translation>
    </message>
    <message>
        <source>Photos with all of them</source>
        <translation>Fotos mit allen zusammen</translation>
    </message>
    <message>
        <source>Photos with nobody but them</source>
        <translation>Fotos nur mit diesen Personen</translation>
    </message>
    <message>
        <source>Names from other programs</source>
        <translation>Namen aus anderen Programmen</translation>
    </message>
    <message>
        <source>Of these only names are told, not their faces. Who is it?</source>
        <translation>Von diesen werden nur Namen genannt, nicht die Gesichter. Wer ist es?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Names without a place</source>
        <translation>Namen ohne Stelle</translation>
    </message>
    <message numerus="yes">
        <source>{n} are on faces that were found.</source>
        <translation>
            <numerusform>{n} liegt auf einem gefundenen Gesicht.</numerusform>
            <numerusform>{n} liegen auf gefundenen Gesichtern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} get boxes where no face was found.</source>
        <translation>
            <numerusform>{n} bekommt einen Rahmen, wo kein Gesicht gefunden wurde.</numerusform>
            <numerusform>{n} bekommen Rahmen, wo kein Gesicht gefunden wurde.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are known already.</source>
        <translation>
            <numerusform>{n} ist schon bekannt.</numerusform>
            <numerusform>{n} sind schon bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you said yourself stays, and Undo takes this back.</source>
        <translation>Was Sie selbst gesagt haben, bleibt, und Rückgängig nimmt dies zurück.</translation>
    </message>
    <message numerus="yes">
        <source>{name}, in {common} of {n} photos</source>
        <translation>
            <numerusform>{name}, auf {common} von {n} Foto</numerusform>
            <numerusform>{name}, auf {common} von {n} Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at what lies between the groups…</source>
        <translation>Es wird nachgesehen, was zwischen den Gruppen liegt…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>Keine übernehmen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>Alle übernehmen</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>Nichts ist angehakt.</translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation>Alles bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces</source>
        <translation>
            <numerusform>{n} Gesicht</numerusform>
            <numerusform>{n} Gesichter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join: {faces}.</source>
        <translation>
            <numerusform>{n} Gruppe käme dazu: {faces}.</numerusform>
            <numerusform>{n} Gruppen kämen dazu: {faces}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parts would leave: {faces}.</source>
        <translation>
            <numerusform>{n} Teil ginge heraus: {faces}.</numerusform>
            <numerusform>{n} Teile gingen heraus: {faces}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join others: {faces}. No name is touched.</source>
        <translation>
            <numerusform>{n} Gruppe käme zu einer anderen: {faces}. Kein Name ändert sich.</numerusform>
            <numerusform>{n} Gruppen kämen zu anderen: {faces}. Kein Name ändert sich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be divided: {faces} would leave. No name is touched.</source>
        <translation>
            <numerusform>{n} Gruppe würde geteilt: {faces} gingen heraus. Kein Name ändert sich.</numerusform>
            <numerusform>{n} Gruppen würden geteilt: {faces} gingen heraus. Kein Name ändert sich.</numerusform>
        </translation>
    </message>
    <message>
        <source>Larger or smaller groups</source>
        <translation>Größere oder kleinere Gruppen</translation>
    </message>
    <message>
        <source>A larger or smaller group</source>
        <translation>Eine größere oder kleinere Gruppe</translation>
    </message>
    <message>
        <source>More or less of {person}</source>
        <translation>Mehr oder weniger von {person}</translation>
    </message>
    <message>
        <source>Only groups without a name change, and nothing that you have said.</source>
        <translation>Nur Gruppen ohne Namen ändern sich, und nichts, was Sie gesagt haben.</translation>
    </message>
    <message>
        <source>Towards “Larger”, groups that look most alike join; towards “Smaller”, the parts that look least alike leave. It stands for good, and can be undone.</source>
        <translation>Zu „Größer“ hin kommen die ähnlichsten Gruppen zusammen, zu „Kleiner“ hin gehen die unähnlichsten Teile heraus. Es gilt auf Dauer und lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Fewer, larger groups</source>
        <translation>Weniger, größere Gruppen</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>Wie sie sind</translation>
    </message>
    <message>
        <source>More, smaller groups</source>
        <translation>Mehr, kleinere Gruppen</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie sie ist</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>Dieselbe Person?</translation>
    </message>
    <message numerus="yes">
        <source>Merge with {name} ({n} faces)?</source>
        <translation>
            <numerusform>Mit {name} ({n} Gesicht) zusammenführen?</numerusform>
            <numerusform>Mit {name} ({n} Gesichter) zusammenführen?</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a person called {name}.</source>
        <translation>Es gibt schon eine Person namens {name}.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>Beide behalten</translation>
    </message>
    <message>
        <source>Two people called {name}</source>
        <translation>Zwei Personen namens {name}</translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation>Mit {name} zusammengeführt</translation>
    </message>
    <message>
        <source>Merged into this group</source>
        <translation>Mit dieser Gruppe zusammengeführt</translation>
    </message>
    <message>
        <source>Whoever you take back stands alone again, with the name and the faces from before.</source>
        <translation>Wen Sie zurücknehmen, der steht wieder allein, mit Namen und Gesichtern von vorher.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Merge people</source>
        <translation>Personen zusammenführen</translation>
    </message>
    <message>
        <source>Which name stays?</source>
        <translation>Welcher Name bleibt?</translation>
    </message>
    <message>
        <source>Notes about {person}</source>
        <translation>Notizen zu {person}</translation>
    </message>
    <message>
        <source>Found again by the search of people and of photos</source>
        <translation>Von der Suche nach Personen und nach Fotos gefunden</translation>
    </message>
    <message>
        <source>Kept when this is closed.</source>
        <translation>Wird beim Schließen behalten.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>Name der Person</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>New person “{name}”</source>
        <translation>Neue Person „{name}“</translation>
    </message>
    <message>
        <source>{path}: the library. Names and answers, and for each photo its path, date and faces, with the numbers that tell faces apart.</source>
        <translation>{path}: die Bibliothek. Namen und Antworten, und zu jedem Foto Pfad, Datum und Gesichter mit den Zahlen, die Gesichter unterscheiden.</translation>
    </message>
    <message>
        <source>{path}: small pictures of photos and faces.</source>
        <translation>{path}: kleine Bilder von Fotos und Gesichtern.</translation>
    </message>
    <message>
        <source>{path}: all that you said, to be said again in another library.</source>
        <translation>{path}: alles, was Sie gesagt haben, um es in einer anderen Bibliothek noch einmal zu sagen.</translation>
    </message>
    <message>
        <source>{path}: copies of the library of the last days and weeks.</source>
        <translation>{path}: Kopien der Bibliothek aus den letzten Tagen und Wochen.</translation>
    </message>
    <message>
        <source>{path}: what makes grouping and questions quick, a copy before an update or in place of which another came, locks.</source>
        <translation>{path}: was Gruppieren und Fragen schnell macht, eine Kopie vor einer Aktualisierung oder eine ersetzte Bibliothek, Sperren.</translation>
    </message>
    <message>
        <source>{path}: downloaded face models, the demonstration, the size of the window, and what picture decoders complain about.</source>
        <translation>{path}: heruntergeladene Gesichtsmodelle, die Vorführung, die Größe des Fensters und worüber sich Bildleser beschweren.</translation>
    </message>
    <message>
        <source>{path}: what you chose in the settings.</source>
        <translation>{path}: was Sie in den Einstellungen gewählt haben.</translation>
    </message>
    <message>
        <source>Only when you ask: XMP files beside photos with the names of people, and exports and copies at the places that you name. Nothing else among your photos is ever written, renamed or removed.</source>
        <translation>Nur auf Ihren Wunsch: XMP-Dateien neben Fotos mit den Namen der Personen, und Exporte und Kopien an den Orten, die Sie nennen. Sonst wird unter Ihren Fotos nie etwas geschrieben, umbenannt oder entfernt.</translation>
    </message>
    <message>
        <source>Over the network: only the download of a pack of face models, after you have seen its terms and the address.</source>
        <translation>Über das Netz: nur der Download eines Pakets von Gesichtsmodellen, nachdem Sie seine Bedingungen und die Adresse gesehen haben.</translation>
    </message>
    <message>
        <source>Group all faces anew?</source>
        <translation>Alle Gesichter neu gruppieren?</translation>
    </message>
    <message>
        <source>{changes}. Everybody you named keeps the name and the faces you gave. It is one step, which Undo takes back.</source>
        <translation>{changes}. Jeder, den Sie benannt haben, behält den Namen und die Gesichter, die Sie ihm gaben. Es ist ein Schritt, den Rückgängig zurücknimmt.</translation>
    </message>
    <message>
        <source>Group anew</source>
        <translation>Neu gruppieren</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Remove “{name}” from the library?</source>
        <translation>„{name}“ aus der Bibliothek entfernen?</translation>
    </message>
    <message>
        <source>{photos} and {faces} disappear from this window. Your files stay where they are, untouched. Names are remembered: add the folder again and everybody is back.</source>
        <translation>{photos} und {faces} verschwinden aus diesem Fenster. Ihre Dateien bleiben, wo sie sind, unverändert. Namen werden gemerkt: Fügen Sie den Ordner wieder hinzu, sind alle zurück.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>Ordner entfernen</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>Wie das System</translation>
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
        <source>Processor (works everywhere)</source>
        <translation>Prozessor (läuft überall)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA-Grafikkarte (CUDA)</translation>
    </message>
    <message>
        <source>Apple chip (Core ML)</source>
        <translation>Apple-Chip (Core ML)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>Grafikkarte (DirectML)</translation>
    </message>
    <message>
        <source>Finer</source>
        <translation>Feiner</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>Coarser</source>
        <translation>Gröber</translation>
    </message>
    <message>
        <source>Methods of the literature and of other programs, to compare with.</source>
        <translation>Verfahren der Literatur und anderer Programme, zum Vergleichen.</translation>
    </message>
    <message>
        <source>This version does not know the method that is set; choose another one.</source>
        <translation>Diese Version kennt das eingestellte Verfahren nicht; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Look of the window</source>
        <translation>Aussehen des Fensters</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation>Rechengerät</translation>
    </message>
    <message>
        <source>A graphics card finds faces faster, if its software is installed.</source>
        <translation>Eine Grafikkarte findet Gesichter schneller, wenn ihre Software installiert ist.</translation>
    </message>
    <message>
        <source>Look for new photos by itself</source>
        <translation>Von selbst nach neuen Fotos sehen</translation>
    </message>
    <message>
        <source>Folders are watched while the window is open; those on a network share are looked at now and then.</source>
        <translation>Ordner werden überwacht, solange das Fenster offen ist; solche auf einer Netzwerkfreigabe werden ab und zu angesehen.</translation>
    </message>
    <message>
        <source>Look for duplicates and groups of photos by itself</source>
        <translation>Von selbst nach Duplikaten und Fotogruppen suchen</translation>
    </message>
    <message>
        <source>After a scan, while nothing else is to be done; no photo is moved or deleted.</source>
        <translation>Nach einem Einlesen, solange nichts anderes zu tun ist; kein Foto wird verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Scan gently</source>
        <translation>Rücksichtsvoll suchen</translation>
    </message>
    <message>
        <source>Other programs go first and keep half of the computer; a scan takes about twice as long. On battery it is always so.</source>
        <translation>Andere Programme haben Vorrang und behalten die Hälfte des Rechners; die Suche dauert etwa doppelt so lange. Im Akkubetrieb ist das immer so.</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>Gesichtsmodelle</translation>
    </message>
    <message>
        <source>Size of groups</source>
        <translation>Größe der Gruppen</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>How faces become people. You see what would change before anything does, and names and answers you gave are always kept.</source>
        <translation>Wie aus Gesichtern Personen werden. Sie sehen vorher, was sich ändern würde, und Namen und Antworten von Ihnen bleiben immer erhalten.</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>Es wird nachgesehen, was sich ändern würde…</translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation>Andere Verfahren</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>Other method</source>
        <translation>Anderes Verfahren</translation>
    </message>
    <message>
        <source>Looking for a place to cut…</source>
        <translation>Eine Stelle zum Teilen wird gesucht…</translation>
    </message>
    <message>
        <source>Perhaps so? Click the faces that are on the wrong side.</source>
        <translation>Vielleicht so? Klicken Sie auf die Gesichter, die auf der falschen Seite stehen.</translation>
    </message>
    <message>
        <source>Click the faces that are somebody else.</source>
        <translation>Klicken Sie auf die Gesichter, die jemand anders sind.</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>Eine Person oder zwei?</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>Wer ist das?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>Jemand anders</translation>
    </message>
    <message numerus="yes">
        <source>Split {n} faces off</source>
        <translation>
            <numerusform>{n} Gesicht abtrennen</numerusform>
            <numerusform>{n} Gesichter abtrennen</numerusform>
        </translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teilen</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Lists for programs (*.json)</source>
        <translation>Listen für Programme (*.json)</translation>
    </message>
    <message>
        <source>Export the list of duplicates</source>
        <translation>Die Liste der Duplikate exportieren</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}).</source>
        <translation>{file} kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message numerus="yes">
        <source>{n} stacks are listed in {file}</source>
        <translation>
            <numerusform>{n} Stapel ist in {file} aufgelistet</numerusform>
            <numerusform>{n} Stapel sind in {file} aufgelistet</numerusform>
        </translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestes</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>Das beste</translation>
    </message>
    <message>
        <source>Nothing is moved or deleted here.</source>
        <translation>Hier wird nichts verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>Photos of the stack</source>
        <translation>Fotos des Stapels</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Fassungen</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Serien</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>Keine Duplikate</translation>
    </message>
    <message numerus="yes">
        <source>{n} versions</source>
        <translation>
            <numerusform>{n} Fassung</numerusform>
            <numerusform>{n} Fassungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Burst of {n}</source>
        <translation>
            <numerusform>Serie von {n}</numerusform>
            <numerusform>Serie von {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>You said that these are no duplicates.</source>
        <translation>Sie haben gesagt, dass dies keine Duplikate sind.</translation>
    </message>
    <message>
        <source>These files hold the very same video.</source>
        <translation>Diese Dateien enthalten genau dasselbe Video.</translation>
    </message>
    <message>
        <source>These files hold the very same picture.</source>
        <translation>Diese Dateien enthalten genau dasselbe Bild.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the largest.</source>
        <translation>{photo} ist das beste: Es ist das größte.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the least compressed.</source>
        <translation>{photo} ist das beste: Es ist am wenigsten komprimiert.</translation>
    </message>
    <message>
        <source>{photo} is the best: fewer eyes are closed in it.</source>
        <translation>{photo} ist das beste: Darauf sind weniger Augen geschlossen.</translation>
    </message>
    <message>
        <source>{photo} is the best: its faces are larger, sharper or turned more to the camera.</source>
        <translation>{photo} ist das beste: Seine Gesichter sind größer, schärfer oder mehr der Kamera zugewandt.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the sharpest.</source>
        <translation>{photo} ist das beste: Es ist das schärfste.</translation>
    </message>
    <message>
        <source>Nothing tells the first two apart; {photo} stands first.</source>
        <translation>Nichts unterscheidet die ersten beiden; {photo} steht vorn.</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message numerus="yes">
        <source>{groups} groups join: {n} faces</source>
        <translation>
            <numerusform>{groups} Gruppen kommen dazu: {n} Gesicht</numerusform>
            <numerusform>{groups} Gruppen kommen dazu: {n} Gesichter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A group of {n} faces joins</source>
        <translation>
            <numerusform>Eine Gruppe mit {n} Gesicht kommt dazu</numerusform>
            <numerusform>Eine Gruppe mit {n} Gesichtern kommt dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave; they were there when you named this person, or you put them there</source>
        <translation>
            <numerusform>{n} Gesicht geht; es war da, als diese Person benannt wurde, oder wurde von Ihnen dorthin gelegt</numerusform>
            <numerusform>{n} Gesichter gehen; sie waren da, als diese Person benannt wurde, oder wurden von Ihnen dorthin gelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave</source>
        <translation>
            <numerusform>{n} Gesicht geht heraus</numerusform>
            <numerusform>{n} Gesichter gehen heraus</numerusform>
        </translation>
    </message>
    <message>
        <source>added by photoorg</source>
        <translation>von photoorg dazugelegt</translation>
    </message>
    <message>
        <source>in photos that were edited since</source>
        <translation>auf Fotos, die seither bearbeitet wurden</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>Ohne Datum</translation>
    </message>
    <message numerus="yes">
        <source>{n} years old</source>
        <translation>
            <numerusform>{n} Jahr alt</numerusform>
            <numerusform>{n} Jahre alt</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last} years old</source>
        <translation>{first} bis {last} Jahre alt</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>Ist das {name}?</translation>
    </message>
    <message>
        <source>Not found any more</source>
        <translation>Nicht mehr gefunden</translation>
    </message>
    <message>
        <source>Face {place} of {all} not found any more</source>
        <translation>Gesicht {place} von {all}, nicht mehr gefunden</translation>
    </message>
    <message>
        <source>Face {place} of {all}</source>
        <translation>Gesicht {place} von {all}</translation>
    </message>
    <message>
        <source>perhaps {name}</source>
        <translation>vielleicht {name}</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>Titelbild</translation>
    </message>
    <message>
        <source>Click to select all of them</source>
        <translation>Klicken, um alle auszuwählen</translation>
    </message>
    <message>
        <source>Not there just now: connect the drive, then scan again</source>
        <translation>Gerade nicht da: Laufwerk anschließen, dann noch einmal einlesen</translation>
    </message>
    <message numerus="yes">
        <source>{missing} of {n} photos are not there</source>
        <translation>
            <numerusform>{missing} von {n} Foto sind nicht da</numerusform>
            <numerusform>{missing} von {n} Fotos sind nicht da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not there just now</source>
        <translation>
            <numerusform>{n} gerade nicht da</numerusform>
            <numerusform>{n} gerade nicht da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files left out</source>
        <translation>
            <numerusform>{n} Datei ausgelassen</numerusform>
            <numerusform>{n} Dateien ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>Der Anfang</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>rückgängig gemacht</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>Eine Gruppe</translation>
    </message>
    <message>
        <source>You said so</source>
        <translation>Das haben Sie gesagt</translation>
    </message>
    <message>
        <source>When the picture became a file, as the file says</source>
        <translation>Als das Bild zur Datei wurde, wie die Datei sagt</translation>
    </message>
    <message>
        <source>When the picture was last changed, as the file says</source>
        <translation>Als das Bild zuletzt geändert wurde, wie die Datei sagt</translation>
    </message>
    <message>
        <source>From the file beside it</source>
        <translation>Aus der Datei daneben</translation>
    </message>
    <message>
        <source>From the satellites that told where it was taken</source>
        <translation>Von den Satelliten, die sagten, wo es aufgenommen wurde</translation>
    </message>
    <message>
        <source>From Google, in the file beside it</source>
        <translation>Von Google, in der Datei daneben</translation>
    </message>
    <message>
        <source>From the name of the file</source>
        <translation>Aus dem Namen der Datei</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>Noch ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>{n} to check</source>
        <translation>
            <numerusform>{n} zu prüfen</numerusform>
            <numerusform>{n} zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Benannt</translation>
    </message>
    <message>
        <source>Seen once</source>
        <translation>Einmal gesehen</translation>
    </message>
    <message>
        <source>Perhaps not faces</source>
        <translation>Vielleicht keine Gesichter</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>Fremde</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Ausgeblendet</translation>
    </message>
    <message>
        <source>Choose somebody and type a name</source>
        <translation>Jemanden auswählen und einen Namen eingeben</translation>
    </message>
    <message>
        <source>Sort out</source>
        <translation>Aussortieren</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>Foto {name}</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>How a month is written, in Qt's letters: MMMM is the month, MMM its first letters</extracomment>
        <translation>MMM yyyy</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>MMMM yyyy</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>ohne Datum</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <extracomment>How a moment is written, in Qt's letters: HH is the hour, mm the minute</extracomment>
        <translation>d. MMMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>How a day is written, in Qt's letters: d is the day, MMMM the month, yyyy the year</extracomment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} von {count}</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>Gestern {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>Heute {time}</translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation>Ich nehme diese Bedingungen an</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>Download von {title}</translation>
    </message>
    <message>
        <source>Use a downloaded file…</source>
        <translation>Geladene Datei verwenden…</translation>
    </message>
    <message>
        <source>The file {name}, fetched in another way</source>
        <translation>Die Datei {name}, auf anderem Weg geladen</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>Die Datei wird geprüft…</translation>
    </message>
    <message>
        <source>Choose the file {name}</source>
        <translation>Wählen Sie die Datei {name}</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{done} von {all}</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>{size} pro Sekunde</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Installed in {folder}</source>
        <translation>Installiert in {folder}</translation>
    </message>
    <message>
        <source>Stopped. Nothing was installed.</source>
        <translation>Angehalten. Nichts wurde installiert.</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept: the download goes on from there.</source>
        <translation>Angehalten. Was geladen wurde, bleibt erhalten: Der Download geht von dort weiter.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Download {title} ({size})</source>
        <translation>{title} herunterladen ({size})</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>Bedingungen</translation>
    </message>
    <message>
        <source>With other models every photo is looked at again, in the background. Names and answers you gave are kept.</source>
        <translation>Mit anderen Modellen wird jedes Foto noch einmal angesehen, im Hintergrund. Namen und Antworten von Ihnen bleiben erhalten.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>More accurate ones</source>
        <translation>Genauere</translation>
    </message>
    <message>
        <source>Choose the folder of a model pack</source>
        <translation>Ordner eines Modellpakets wählen</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>Dieses nehmen</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} nehmen</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>Herunterladen…</translation>
    </message>
    <message>
        <source>Download {title}</source>
        <translation>{title} herunterladen</translation>
    </message>
    <message>
        <source>{share} % of pairs told right</source>
        <translation>{share} % der Paare richtig</translation>
    </message>
    <message>
        <source>{time} ms a face</source>
        <translation>{time} ms je Gesicht</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>Duplikate</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Show two of them beside each other (C)</source>
        <translation>Zwei davon nebeneinander zeigen (C)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>Sind keine Duplikate</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>Liste exportieren…</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>Duplikate suchen</translation>
    </message>
    <message>
        <source>Look at photos that are new since the last time</source>
        <translation>Fotos ansehen, die seit dem letzten Mal neu sind</translation>
    </message>
    <message>
        <source>Stacks of duplicates</source>
        <translation>Stapel von Duplikaten</translation>
    </message>
    <message>
        <source>Kind of duplicates</source>
        <translation>Art der Duplikate</translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>Keine Duplikate gefunden</translation>
    </message>
    <message>
        <source>Copies, versions and bursts of photos are found here, with the best of them proposed. Nothing is moved or deleted.</source>
        <translation>Hier stehen Kopien, Fassungen und Serien von Fotos, und welches das beste davon ist. Nichts wird verschoben oder gelöscht.</translation>
    </message>
    <message>
        <source>There are none of this kind.</source>
        <translation>Von dieser Art gibt es keine.</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>Duplicates after all</source>
        <translation>Doch Duplikate</translation>
    </message>
    <message>
        <source>Take back what you said of these photos, or of those that are selected</source>
        <translation>Zurücknehmen, was Sie von diesen Fotos oder von den ausgewählten gesagt haben</translation>
    </message>
    <message>
        <source>Say so of these photos, or of those that are selected</source>
        <translation>Das von diesen Fotos sagen, oder von den ausgewählten</translation>
    </message>
    <message>
        <source>Taken back: these may be duplicates</source>
        <translation>Zurückgenommen: Dies können Duplikate sein</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos are no duplicates</source>
        <translation>
            <numerusform>{n} Foto ist kein Duplikat</numerusform>
            <numerusform>{n} Fotos sind keine Duplikate</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it with a demonstration</source>
        <translation>Mit einer Vorführung ausprobieren</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Who is in your photos?</source>
        <translation>Wer ist auf Ihren Fotos?</translation>
    </message>
    <message>
        <source>photoorg looks through your folders and gathers the photos of each person. Everything happens on this computer; your files stay where they are, unchanged.</source>
        <translation>photoorg sieht Ihre Ordner durch und sammelt die Fotos jeder Person. Alles geschieht auf diesem Rechner; Ihre Dateien bleiben unverändert, wo sie sind.</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>Einen Ordner mit Fotos hinzufügen</translation>
    </message>
    <message>
        <source>or drop a folder anywhere in this window</source>
        <translation>oder einen Ordner irgendwo in dieses Fenster ziehen</translation>
    </message>
    <message>
        <source>The program comes with small face models. More accurate ones can be chosen or downloaded in the settings, now or later: names stay.</source>
        <translation>Das Programm bringt kleine Gesichtsmodelle mit. Genauere können Sie in den Einstellungen wählen oder herunterladen, jetzt oder später: Namen bleiben.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>Einstellungen öffnen</translation>
    </message>
    <message>
        <source>How shall faces be recognised?</source>
        <translation>Wie sollen Gesichter erkannt werden?</translation>
    </message>
    <message>
        <source>To tell people apart, photoorg needs a pack of face models. The one that belongs to the program is missing or damaged: install the program again, use a pack you have, or download one now.</source>
        <translation>Um Personen zu unterscheiden, braucht photoorg ein Paket von Gesichtsmodellen. Das, das zum Programm gehört, fehlt oder ist beschädigt: Installieren Sie das Programm neu, nehmen Sie ein vorhandenes Paket oder laden Sie jetzt eines herunter.</translation>
    </message>
    <message>
        <source>Choose a folder with a model pack</source>
        <translation>Ordner mit einem Modellpaket wählen</translation>
    </message>
    <message>
        <source>A pack you have</source>
        <translation>Ein vorhandenes Paket</translation>
    </message>
    <message>
        <source>A folder with a detector and a recogniser (ONNX).</source>
        <translation>Ein Ordner mit Gesichtsfinder und Gesichtserkenner (ONNX).</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>No folders yet</source>
        <translation>Noch keine Ordner</translation>
    </message>
    <message>
        <source>Add a folder of photos. Nothing in it is moved or changed; folders inside it count too.</source>
        <translation>Fügen Sie einen Ordner mit Fotos hinzu. Darin wird nichts verschoben oder geändert; Ordner darin zählen mit.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Scan all again</source>
        <translation>Alle noch einmal einlesen</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos in every folder</source>
        <translation>In allen Ordnern nach neuen, geänderten und gelöschten Fotos suchen</translation>
    </message>
    <message>
        <source>They were deleted</source>
        <translation>Sie wurden gelöscht</translation>
    </message>
    <message>
        <source>Show them no more; should their files come back, so do their faces and names</source>
        <translation>Nicht mehr zeigen; kommen ihre Dateien zurück, dann auch ihre Gesichter und Namen</translation>
    </message>
    <message>
        <source>The drive is away</source>
        <translation>Das Laufwerk ist nicht da</translation>
    </message>
    <message>
        <source>Keep showing them, and ask again another day</source>
        <translation>Weiter zeigen und an einem anderen Tag wieder fragen</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>Fotos zeigen</translation>
    </message>
    <message>
        <source>Show the photos in this folder and in those inside it</source>
        <translation>Die Fotos in diesem Ordner und in denen darin zeigen</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>Noch einmal einlesen</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation>Nach neuen, geänderten und gelöschten Fotos suchen</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>Im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>Auslassen…</translation>
    </message>
    <message>
        <source>Say what of this folder is not to be shown</source>
        <translation>Sagen, was aus diesem Ordner nicht gezeigt werden soll</translation>
    </message>
    <message numerus="yes">
        <source>Taking out {n} photos; they come back if their files do</source>
        <translation>
            <numerusform>{n} Foto wird herausgenommen; es kommt zurück, wenn seine Datei zurückkommt</numerusform>
            <numerusform>{n} Fotos werden herausgenommen; sie kommen zurück, wenn ihre Dateien zurückkommen</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder {path} is not there; connect its drive and try again.</source>
        <translation>Der Ordner {path} ist nicht da; schließen Sie sein Laufwerk an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Removed the folder {name}</source>
        <translation>Ordner {name} entfernt</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>Noch nichts getan</translation>
    </message>
    <message>
        <source>Names, answers and everything else you do appear here and can be taken back, also tomorrow.</source>
        <translation>Namen, Antworten und alles andere, was Sie tun, erscheint hier und lässt sich zurücknehmen, auch morgen noch.</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>Hierher zurück</translation>
    </message>
    <message>
        <source>Undo everything that was done after this</source>
        <translation>Alles rückgängig machen, was danach getan wurde</translation>
    </message>
    <message>
        <source>Go forward to here</source>
        <translation>Hierher vorwärts</translation>
    </message>
    <message>
        <source>Do everything again up to this</source>
        <translation>Alles bis hierher wiederholen</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>Personen suchen</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>Noch keine Personen</translation>
    </message>
    <message>
        <source>Add a folder of photos to see everybody in them.</source>
        <translation>Fügen Sie einen Ordner mit Fotos hinzu, um alle darauf zu sehen.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>People appear here as soon as the faces in your photos have been sorted.</source>
        <translation>Personen erscheinen hier, sobald die Gesichter Ihrer Fotos zugeordnet sind.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>Niemand gefunden</translation>
    </message>
    <message>
        <source>The folders hold no photos or videos with faces.</source>
        <translation>In den Ordnern gibt es keine Fotos oder Videos mit Gesichtern.</translation>
    </message>
    <message>
        <source>Nobody with this name.</source>
        <translation>Niemand mit diesem Namen.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Order of people</source>
        <translation>Reihenfolge der Personen</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>Zusammenführen mit…</translation>
    </message>
    <message>
        <source>Next without a name</source>
        <translation>Nächste ohne Namen</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>Zusammenführen mit</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>Das Foto zeigen</translation>
    </message>
    <message>
        <source>People, dates, words: anna ben 2003</source>
        <translation>Personen, Zeiten, Wörter: anna ben 2003</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>Noch keine Fotos</translation>
    </message>
    <message>
        <source>The photos of your folders appear here, newest first.</source>
        <translation>Die Fotos Ihrer Ordner erscheinen hier, die neuesten zuerst.</translation>
    </message>
    <message>
        <source>Photos appear here while they are being scanned.</source>
        <translation>Fotos erscheinen hier, während sie eingelesen werden.</translation>
    </message>
    <message>
        <source>No photo found. Try other people, dates or words.</source>
        <translation>Kein Foto gefunden. Versuchen Sie andere Personen, Zeiten oder Wörter.</translation>
    </message>
    <message>
        <source>Change the date…</source>
        <translation>Datum ändern…</translation>
    </message>
    <message>
        <source>Export photos…</source>
        <translation>Fotos exportieren…</translation>
    </message>
    <message>
        <source>Copy the photos into a folder</source>
        <translation>Die Fotos in einen Ordner kopieren</translation>
    </message>
    <message>
        <source>Look for groups of photos</source>
        <translation>Nach Fotogruppen suchen</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {photos}</source>
        <translation>
            <numerusform>{n} von {photos}</numerusform>
            <numerusform>{n} von {photos}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} photos</source>
        <translation>
            <numerusform>{n} Foto kopiert</numerusform>
            <numerusform>{n} Fotos kopiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>Dateien, die nicht gelesen werden konnten</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>Keine Probleme</translation>
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason.</source>
        <translation>Dateien, die nicht gelesen werden können, stehen hier mit dem Grund.</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Übergehen</translation>
    </message>
    <message>
        <source>Take it off this list until the file changes</source>
        <translation>Von dieser Liste nehmen, bis sich die Datei ändert</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>Alle noch einmal versuchen</translation>
    </message>
    <message>
        <source>Ignore all</source>
        <translation>Alle übergehen</translation>
    </message>
    <message numerus="yes">
        <source>Ignored {n} files</source>
        <translation>
            <numerusform>{n} Datei übergangen</numerusform>
            <numerusform>{n} Dateien übergangen</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsehen</translation>
    </message>
    <message>
        <source>Yes; on a sheet: take these answers</source>
        <translation>Ja; auf einem Blatt: diese Antworten übernehmen</translation>
    </message>
    <message>
        <source>Yes, also where Enter says no</source>
        <translation>Ja, auch wo die Eingabetaste Nein sagt</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Not sure; on a sheet: later</source>
        <translation>Nicht sicher; auf einem Blatt: später</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>Kein Gesicht</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1 bis 5</translation>
    </message>
    <message>
        <source>One of the likely names; a letter begins another one, or /</source>
        <translation>Einer der wahrscheinlichen Namen; ein Buchstabe oder / beginnt einen anderen</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>Links, Rechts</translation>
    </message>
    <message>
        <source>The question before, the next one</source>
        <translation>Die Frage davor, die nächste</translation>
    </message>
    <message>
        <source>The whole photos; on a sheet: another answer</source>
        <translation>Die ganzen Fotos; auf einem Blatt: eine andere Antwort</translation>
    </message>
    <message>
        <source>One question of a sheet alone</source>
        <translation>Eine Frage eines Blattes allein</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>Blätter</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Einzeln</translation>
    </message>
    <message>
        <source>How to be asked</source>
        <translation>Wie gefragt wird</translation>
    </message>
    <message>
        <source>Looking for questions…</source>
        <translation>Fragen werden gesucht…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Put into another group…</source>
        <translation>In eine andere Gruppe legen…</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>Aus der Gruppe nehmen</translation>
    </message>
    <message>
        <source>Name this group</source>
        <translation>Dieser Gruppe einen Namen geben</translation>
    </message>
    <message>
        <source>Put groups together</source>
        <translation>Gruppen zusammenlegen</translation>
    </message>
    <message>
        <source>Make one of the groups that are selected</source>
        <translation>Aus den ausgewählten Gruppen eine machen</translation>
    </message>
    <message>
        <source>Look for groups</source>
        <translation>Nach Gruppen suchen</translation>
    </message>
    <message>
        <source>Groups of photos</source>
        <translation>Fotogruppen</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>No groups of photos yet</source>
        <translation>Noch keine Fotogruppen</translation>
    </message>
    <message>
        <source>Photos that look alike are put together here, whoever is in them.</source>
        <translation>Hier liegen Fotos zusammen, die sich ähnlich sehen, wer auch immer darauf ist.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos taken out of the group</source>
        <translation>
            <numerusform>{n} Foto aus der Gruppe genommen</numerusform>
            <numerusform>{n} Fotos aus der Gruppe genommen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to sort out</source>
        <translation>Nichts mehr auszusortieren</translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}, dismiss {rest}</source>
        <translation>
            <numerusform>{n} behalten, {rest} verwerfen</numerusform>
            <numerusform>{n} behalten, {rest} verwerfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n}</source>
        <translation>
            <numerusform>{n} verwerfen</numerusform>
            <numerusform>{n} verwerfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}</source>
        <translation>
            <numerusform>{n} behalten</numerusform>
            <numerusform>{n} behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dismissed</source>
        <translation>
            <numerusform>{n} verworfen</numerusform>
            <numerusform>{n} verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept</source>
        <translation>
            <numerusform>{n} behalten</numerusform>
            <numerusform>{n} behalten</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation>
            <numerusform>noch {n}</numerusform>
            <numerusform>noch {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {n} pictures</source>
        <translation>
            <numerusform>in {n} Bild</numerusform>
            <numerusform>in {n} Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the real faces. Enter dismisses the others for good.</source>
        <translation>Klicken Sie auf die echten Gesichter. Eingabe verwirft die anderen endgültig.</translation>
    </message>
    <message>
        <source>What may be no face appears here after a scan.</source>
        <translation>Was vielleicht kein Gesicht ist, erscheint hier nach dem Einlesen.</translation>
    </message>
    <message>
        <source>Click the people you know. Enter leaves the others with strangers.</source>
        <translation>Klicken Sie auf die Personen, die Sie kennen. Eingabe lässt die anderen bei den Fremden.</translation>
    </message>
    <message>
        <source>People in the background appear here after a scan.</source>
        <translation>Personen im Hintergrund erscheinen hier nach dem Einlesen.</translation>
    </message>
    <message numerus="yes">
        <source>I know {n}, leave {rest}</source>
        <translation>
            <numerusform>{n} kenne ich, {rest} bleiben</numerusform>
            <numerusform>{n} kenne ich, {rest} bleiben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} with strangers</source>
        <translation>
            <numerusform>{n} bei den Fremden lassen</numerusform>
            <numerusform>{n} bei den Fremden lassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>I know {n}</source>
        <translation>
            <numerusform>{n} kenne ich</numerusform>
            <numerusform>{n} kenne ich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left with strangers</source>
        <translation>
            <numerusform>{n} bei den Fremden gelassen</numerusform>
            <numerusform>{n} bei den Fremden gelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} known</source>
        <translation>
            <numerusform>{n} bekannt</numerusform>
            <numerusform>{n} bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer for all of the page</source>
        <translation>Für die ganze Seite antworten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>No face was seen in this video.</source>
        <translation>In diesem Video wurde kein Gesicht gesehen.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>Benennen…</translation>
    </message>
    <message>
        <source>Open person</source>
        <translation>Person öffnen</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>Videos</translation>
    </message>
    <message>
        <source>No videos</source>
        <translation>Keine Videos</translation>
    </message>
    <message>
        <source>The videos of your folders appear here, with those who are seen in them.</source>
        <translation>Hier erscheinen die Videos Ihrer Ordner, mit allen, die darin zu sehen sind.</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {videos}</source>
        <translation>
            <numerusform>{n} von {videos}</numerusform>
            <numerusform>{n} von {videos}</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>{name} is not there any more; this is the next photo</source>
        <translation>{name} ist nicht mehr da; dies ist das nächste Foto</translation>
    </message>
    <message>
        <source>{name} is not there any more</source>
        <translation>{name} ist nicht mehr da</translation>
    </message>
    <message>
        <source>Write names beside photos…</source>
        <translation>Namen neben die Fotos schreiben…</translation>
    </message>
    <message>
        <source>Tell other programs who is in the photos</source>
        <translation>Anderen Programmen sagen, wer auf den Fotos ist</translation>
    </message>
    <message>
        <source>Name this group first; then its name can be written beside photos.</source>
        <translation>Benennen Sie zuerst diese Gruppe; dann kann ihr Name neben die Fotos geschrieben werden.</translation>
    </message>
    <message>
        <source>Write names beside photos?</source>
        <translation>Namen neben die Fotos schreiben?</translation>
    </message>
    <message>
        <source>Where {people} can be seen is written into XMP files beside the photos, which other programs read. Photos are not touched, and whatever else is in such a file stays.</source>
        <translation>Wo {people} zu sehen ist, wird in XMP-Dateien neben den Fotos geschrieben, die andere Programme lesen. Die Fotos werden nicht angerührt, und was sonst in einer solchen Datei steht, bleibt.</translation>
    </message>
    <message>
        <source>Write names</source>
        <translation>Namen schreiben</translation>
    </message>
    <message>
        <source>Write names beside photos</source>
        <translation>Namen neben die Fotos schreiben</translation>
    </message>
    <message>
        <source>Yes, this is right</source>
        <translation>Ja, das stimmt</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>Nicht diese Person</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>Verschieben zu…</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>Als Titelbild nehmen</translation>
    </message>
    <message>
        <source>I do not know who this is</source>
        <translation>Ich weiß nicht, wer das ist</translation>
    </message>
    <message>
        <source>Nobody will ask again</source>
        <translation>Es wird nicht wieder gefragt</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Do not show it here any more; it still helps to recognise others</source>
        <translation>Hier nicht mehr zeigen; es hilft weiter, andere zu erkennen</translation>
    </message>
    <message>
        <source>Yes, this is {name}</source>
        <translation>Ja, das ist {name}</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>Nicht {name}</translation>
    </message>
    <message>
        <source>I do not know who these are</source>
        <translation>Ich weiß nicht, wer das ist</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>Das ist {name}</translation>
    </message>
    <message>
        <source>This is not {name}</source>
        <translation>Das ist nicht {name}</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces confirmed as {name}</source>
        <translation>
            <numerusform>{n} Gesicht als {name} bestätigt</numerusform>
            <numerusform>{n} Gesichter als {name} bestätigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces removed from {name}</source>
        <translation>
            <numerusform>{n} Gesicht von {name} entfernt</numerusform>
            <numerusform>{n} Gesichter von {name} entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces dismissed: not a face</source>
        <translation>
            <numerusform>{n} Gesicht verworfen: kein Gesicht</numerusform>
            <numerusform>{n} Gesichter verworfen: keine Gesichter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces forgotten</source>
        <translation>
            <numerusform>{n} Gesicht vergessen</numerusform>
            <numerusform>{n} Gesichter vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted: you do not know who this is</source>
        <translation>Vermerkt: Sie wissen nicht, wer das ist</translation>
    </message>
    <message>
        <source>Noted: you do not know who these are</source>
        <translation>Vermerkt: Sie wissen nicht, wer das ist</translation>
    </message>
    <message>
        <source>Cover changed</source>
        <translation>Titelbild geändert</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to</source>
        <translation>
            <numerusform>{n} Gesicht verschieben zu</numerusform>
            <numerusform>{n} Gesichter verschieben zu</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Verschieben</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved to {name}</source>
        <translation>
            <numerusform>{n} Gesicht zu {name} verschoben</numerusform>
            <numerusform>{n} Gesichter zu {name} verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is it then?</source>
        <translation>Wer ist es dann?</translation>
    </message>
    <message numerus="yes">
        <source>Who are these {n} faces?</source>
        <translation>
            <numerusform>Wer ist dieses {n} Gesicht?</numerusform>
            <numerusform>Wer sind diese {n} Gesichter?</numerusform>
        </translation>
    </message>
    <message>
        <source>Any letter</source>
        <translation>Ein Buchstabe</translation>
    </message>
    <message>
        <source>Begin to type who the selected faces are</source>
        <translation>Eingeben, wer die ausgewählten Gesichter sind</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>Gesichter</translation>
    </message>
    <message>
        <source>Larger or smaller groups…</source>
        <translation>Größere oder kleinere Gruppen…</translation>
    </message>
    <message>
        <source>See what would join, and what would fall apart</source>
        <translation>Sehen, was zusammenkäme und was auseinanderfiele</translation>
    </message>
    <message numerus="yes">
        <source>Moved {n} faces</source>
        <translation>
            <numerusform>{n} Gesicht verschoben</numerusform>
            <numerusform>{n} Gesichter verschoben</numerusform>
        </translation>
    </message>
    <message>
        <source>These are two people</source>
        <translation>Das sind zwei Personen</translation>
    </message>
    <message>
        <source>Never put a face of one with those of the other</source>
        <translation>Ein Gesicht der einen kommt nie zu denen der anderen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>These are people: show them among the others again</source>
        <translation>Das sind Personen: wieder unter den anderen zeigen</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Nobody in the photos has this name any more</source>
        <translation>Niemand auf den Fotos trägt diesen Namen noch</translation>
    </message>
    <message>
        <source>Not faces</source>
        <translation>Keine Gesichter</translation>
    </message>
    <message>
        <source>Kept {name} and {other} apart</source>
        <translation>{name} und {other} getrennt gehalten</translation>
    </message>
    <message numerus="yes">
        <source>Kept {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe behalten</numerusform>
            <numerusform>{n} Gruppen behalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} group: not a face</source>
        <translation>
            <numerusform>{n} Gruppe verworfen: kein Gesicht</numerusform>
            <numerusform>{n} Gruppen verworfen: kein Gesicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} groups: not faces</source>
        <translation>
            <numerusform>{n} Gruppe verworfen: keine Gesichter</numerusform>
            <numerusform>{n} Gruppen verworfen: keine Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>{n} moments in videos</source>
        <translation>
            <numerusform>{n} Stelle in Videos</numerusform>
            <numerusform>{n} Stellen in Videos</numerusform>
        </translation>
    </message>
    <message>
        <source>{video}, {begin} to {end}</source>
        <translation>{video}, {begin} bis {end}</translation>
    </message>
    <message>
        <source>There is no program on this computer that plays videos; install one.</source>
        <translation>Auf diesem Rechner gibt es kein Programm, das Videos abspielt; installieren Sie eines.</translation>
    </message>
    <message>
        <source>Who are these faces?</source>
        <translation>Wer sind diese Gesichter?</translation>
    </message>
    <message>
        <source>Name of these faces</source>
        <translation>Name dieser Gesichter</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Namen eingeben</translation>
    </message>
    <message>
        <source>Leave them as they are (Esc)</source>
        <translation>So lassen, wie sie sind (Esc)</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>So lassen, wie sie sind</translation>
    </message>
    <message>
        <source>Meanwhile these faces were put with {name}; nothing was named.</source>
        <translation>Inzwischen kamen diese Gesichter zu {name}; nichts wurde benannt.</translation>
    </message>
    <message>
        <source>Renamed {before} to {name}</source>
        <translation>{before} in {name} umbenannt</translation>
    </message>
    <message>
        <source>Named {name}</source>
        <translation>{name} benannt</translation>
    </message>
    <message>
        <source>Took the name {name} away</source>
        <translation>Den Namen {name} weggenommen</translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups into {name}</source>
        <translation>
            <numerusform>{n} Gruppe mit {name} zusammengeführt</numerusform>
            <numerusform>{n} Gruppen mit {name} zusammengeführt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe zusammengeführt</numerusform>
            <numerusform>{n} Gruppen zusammengeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>They are told again when their files change.</source>
        <translation>Sie werden wieder genannt, wenn sich ihre Dateien ändern.</translation>
    </message>
    <message numerus="yes">
        <source>{n} new names beside photos in {folder}</source>
        <translation>
            <numerusform>Neben Fotos in {folder} steht {n} neuer Name</numerusform>
            <numerusform>Neben Fotos in {folder} stehen {n} neue Namen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new names beside photos in {folders} folders</source>
        <translation>
            <numerusform>Neben Fotos in {folders} Ordnern stehen {n} neue Namen</numerusform>
            <numerusform>Neben Fotos in {folders} Ordnern stehen {n} neue Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder of photos first.</source>
        <translation>Fügen Sie zuerst einen Ordner mit Fotos hinzu.</translation>
    </message>
    <message>
        <source>Ask which name stays</source>
        <translation>Fragen, welcher Name bleibt</translation>
    </message>
    <message>
        <source>Begin to type the name</source>
        <translation>Den Namen eingeben</translation>
    </message>
    <message>
        <source>Merge into {name}</source>
        <translation>Mit {name} zusammenführen</translation>
    </message>
    <message>
        <source>Merge with another person…</source>
        <translation>Mit einer anderen Person zusammenführen…</translation>
    </message>
    <message>
        <source>Merged from…</source>
        <translation>Zusammengeführt aus…</translation>
    </message>
    <message>
        <source>Take the name away</source>
        <translation>Den Namen wegnehmen</translation>
    </message>
    <message>
        <source>The faces stay together and wait for another name</source>
        <translation>Die Gesichter bleiben zusammen und warten auf einen anderen Namen</translation>
    </message>
    <message>
        <source>Tell when this person was born…</source>
        <translation>Sagen, wann diese Person geboren ist…</translation>
    </message>
    <message>
        <source>Write notes…</source>
        <translation>Notizen schreiben…</translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation>Zum Favoriten machen</translation>
    </message>
    <message>
        <source>None of these is a face</source>
        <translation>Keines davon ist ein Gesicht</translation>
    </message>
    <message>
        <source>Hide this person</source>
        <translation>Diese Person ausblenden</translation>
    </message>
    <message>
        <source>Delete this person</source>
        <translation>Diese Person löschen</translation>
    </message>
    <message>
        <source>Only people without photos can be deleted</source>
        <translation>Nur Personen ohne Fotos können gelöscht werden</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>Kein Favorit mehr</translation>
    </message>
    <message>
        <source>Show this person again</source>
        <translation>Diese Person wieder zeigen</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>Die Gruppe</translation>
    </message>
    <message>
        <source>{name} stands alone again</source>
        <translation>{name} steht wieder allein</translation>
    </message>
    <message>
        <source>{name}: born {date}</source>
        <translation>{name}: geboren {date}</translation>
    </message>
    <message>
        <source>Birth taken away</source>
        <translation>Geburt weggenommen</translation>
    </message>
    <message>
        <source>Notes about {person} kept</source>
        <translation>Notizen zu {person} behalten</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name} ist ein Favorit</translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation>{name} ist kein Favorit mehr</translation>
    </message>
    <message>
        <source>Faces or photos</source>
        <translation>Gesichter oder Fotos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation>Mehr zu dieser Person</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>geboren {date}</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>Favorit</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>ausgeblendet</translation>
    </message>
    <message numerus="yes">
        <source>Faces {n}</source>
        <translation>
            <numerusform>Gesichter {n}</numerusform>
            <numerusform>Gesichter {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Photos {n}</source>
        <translation>
            <numerusform>Fotos {n}</numerusform>
            <numerusform>Fotos {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>press Enter to save the name</source>
        <translation>Eingabe speichert den Namen</translation>
    </message>
    <message>
        <source>often with {name}</source>
        <translation>oft mit {name}</translation>
    </message>
    <message>
        <source>often with {name} and {other}</source>
        <translation>oft mit {name} und {other}</translation>
    </message>
    <message>
        <source>Divide into two people…</source>
        <translation>In zwei Personen teilen…</translation>
    </message>
    <message>
        <source>Choose which faces are somebody else</source>
        <translation>Auswählen, welche Gesichter jemand anders sind</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message numerus="yes">
        <source>Changed the dates of {n} photos</source>
        <translation>
            <numerusform>Datum eines Fotos geändert</numerusform>
            <numerusform>Datum von {n} Fotos geändert</numerusform>
        </translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>Rechts, Links</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>Aufklappen, zuklappen</translation>
    </message>
    <message>
        <source>+, -, Ctrl+wheel</source>
        <translation>+, -, Strg+Mausrad</translation>
    </message>
    <message>
        <source>Larger photos, smaller ones</source>
        <translation>Größere Fotos, kleinere</translation>
    </message>
    <message>
        <source>Ctrl+PgUp, Ctrl+PgDown</source>
        <translation>Strg+Bild auf, Strg+Bild ab</translation>
    </message>
    <message>
        <source>The month before, the next one</source>
        <translation>Der Monat davor, der nächste</translation>
    </message>
    <message>
        <source>Anna and Ben together</source>
        <translation>Anna und Ben zusammen</translation>
    </message>
    <message>
        <source>anna ben</source>
        <translation>anna ben</translation>
    </message>
    <message>
        <source>either of them</source>
        <translation>einer von beiden</translation>
    </message>
    <message>
        <source>anna or ben</source>
        <translation>anna oder ben</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>sonst niemand</translation>
    </message>
    <message>
        <source>only anna ben</source>
        <translation>nur anna ben</translation>
    </message>
    <message>
        <source>not with Carl</source>
        <translation>nicht mit Carl</translation>
    </message>
    <message>
        <source>anna -carl</source>
        <translation>anna -carl</translation>
    </message>
    <message>
        <source>of some time</source>
        <translation>aus einer Zeit</translation>
    </message>
    <message>
        <source>2003, july 2003, 2003..2005</source>
        <translation>2003, juli 2003, 2003..2005</translation>
    </message>
    <message>
        <source>faces on it</source>
        <translation>Gesichter darauf</translation>
    </message>
    <message>
        <source>3 people</source>
        <translation>3 personen</translation>
    </message>
    <message>
        <source>in a folder</source>
        <translation>in einem Ordner</translation>
    </message>
    <message>
        <source>folder:italy</source>
        <translation>ordner:italien</translation>
    </message>
    <message>
        <source>a word only</source>
        <translation>nur ein Wort</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Change saved search</source>
        <translation>Gespeicherte Suche ändern</translation>
    </message>
    <message>
        <source>Forget this search; the photos stay</source>
        <translation>Diese Suche vergessen; die Fotos bleiben</translation>
    </message>
    <message>
        <source>Keep these words under the name “{name}”</source>
        <translation>Diese Wörter unter dem Namen „{name}“ behalten</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>Noch keine gespeicherten Suchen</translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation>Suche umbenennen</translation>
    </message>
    <message>
        <source>Deleted the search “{name}”; its photos stay</source>
        <translation>Suche „{name}“ gelöscht; ihre Fotos bleiben</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Saved; the magnifying glass lists it</source>
        <translation>Gespeichert; die Lupe listet sie auf</translation>
    </message>
    <message>
        <source>Changed the search “{name}”</source>
        <translation>Suche „{name}“ geändert</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Nicht sicher</translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation>Umschalt+Entf</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>Namen eingeben…</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>Wer ist es?</translation>
    </message>
    <message>
        <source>Sort them out 24 at a time</source>
        <translation>24 auf einmal aussortieren</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>Faces of {whose}</source>
        <translation>Gesichter von {whose}</translation>
    </message>
    <message>
        <source>Cover of {whose}</source>
        <translation>Titelbild von {whose}</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups look alike</source>
        <translation>
            <numerusform>{n} Gruppe sieht ähnlich aus</numerusform>
            <numerusform>{n} Gruppen sehen ähnlich aus</numerusform>
        </translation>
    </message>
    <message>
        <source>this group</source>
        <translation>dieser Gruppe</translation>
    </message>
    <message numerus="yes">
        <source>{n} questions about {whom}</source>
        <translation>
            <numerusform>{n} Frage zu {whom}</numerusform>
            <numerusform>{n} Fragen zu {whom}</numerusform>
        </translation>
    </message>
    <message>
        <source>One group</source>
        <translation>Eine Gruppe</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>Eine andere Gruppe</translation>
    </message>
    <message>
        <source>This face</source>
        <translation>Dieses Gesicht</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>Nothing left to ask</source>
        <translation>Nichts mehr zu fragen</translation>
    </message>
    <message>
        <source>Show strangers</source>
        <translation>Fremde zeigen</translation>
    </message>
    <message>
        <source>Nothing else to ask for now</source>
        <translation>Im Moment nichts weiter zu fragen</translation>
    </message>
    <message numerus="yes">
        <source>Ask the {n} again that you put off</source>
        <translation>
            <numerusform>Die {n} zurückgestellte noch einmal fragen</numerusform>
            <numerusform>Die {n} zurückgestellten noch einmal fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to ask about this person</source>
        <translation>Zu dieser Person nichts mehr zu fragen</translation>
    </message>
    <message>
        <source>Ask about everybody</source>
        <translation>Zu allen fragen</translation>
    </message>
    <message>
        <source>No questions yet</source>
        <translation>Noch keine Fragen</translation>
    </message>
    <message>
        <source>They come with the first photos.</source>
        <translation>Sie kommen mit den ersten Fotos.</translation>
    </message>
    <message>
        <source>Only about {name}</source>
        <translation>Nur zu {name}</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>jetzt nicht</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} von {all}</translation>
    </message>
    <message>
        <source>A click changes an answer: yes, no, not now.</source>
        <translation>Ein Klick ändert eine Antwort: ja, nein, jetzt nicht.</translation>
    </message>
    <message>
        <source>Are these right?</source>
        <translation>Stimmt das so?</translation>
    </message>
    <message numerus="yes">
        <source>{n} yes</source>
        <translation>
            <numerusform>{n} ja</numerusform>
            <numerusform>{n} ja</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} no</source>
        <translation>
            <numerusform>{n} nein</numerusform>
            <numerusform>{n} nein</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not now</source>
        <translation>
            <numerusform>{n} jetzt nicht</numerusform>
            <numerusform>{n} jetzt nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes to all</source>
        <translation>Ja zu allen</translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation>Diese Antworten übernehmen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>{answer} (Enter)</source>
        <translation>{answer} (Eingabe)</translation>
    </message>
    <message>
        <source>Not now (S)</source>
        <translation>Jetzt nicht (S)</translation>
    </message>
    <message>
        <source>Is {name} one person or two?</source>
        <translation>Ist {name} eine Person oder zwei?</translation>
    </message>
    <message>
        <source>Are these faces?</source>
        <translation>Sind das Gesichter?</translation>
    </message>
    <message>
        <source>Is this a face?</source>
        <translation>Ist das ein Gesicht?</translation>
    </message>
    <message>
        <source>Do you know them?</source>
        <translation>Kennen Sie sie?</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>Zwei Personen</translation>
    </message>
    <message>
        <source>All are faces</source>
        <translation>Alle sind Gesichter</translation>
    </message>
    <message>
        <source>None is a face</source>
        <translation>Keines ist ein Gesicht</translation>
    </message>
    <message>
        <source>No, strangers</source>
        <translation>Nein, Fremde</translation>
    </message>
    <message>
        <source>Click a face to move it across.</source>
        <translation>Ein Klick auf ein Gesicht legt es auf die andere Seite.</translation>
    </message>
    <message>
        <source>Click those that are faces; Enter dismisses the others.</source>
        <translation>Klicken Sie auf die Gesichter; Eingabe verwirft die anderen.</translation>
    </message>
    <message>
        <source>Space shows the photos.</source>
        <translation>Die Leertaste zeigt die Fotos.</translation>
    </message>
    <message numerus="yes">
        <source>Only {n} are faces</source>
        <translation>
            <numerusform>Nur {n} ist ein Gesicht</numerusform>
            <numerusform>Nur {n} sind Gesichter</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else:</source>
        <translation>Jemand anders:</translation>
    </message>
    <message>
        <source>Yes, and the name is:</source>
        <translation>Ja, und der Name ist:</translation>
    </message>
    <message>
        <source>Two, and the right one is:</source>
        <translation>Zwei, und rechts ist:</translation>
    </message>
    <message>
        <source>Yes, this is:</source>
        <translation>Ja, das ist:</translation>
    </message>
    <message>
        <source>Noted: you are not sure; nobody asks again</source>
        <translation>Vermerkt: Sie sind nicht sicher; es wird nicht wieder gefragt</translation>
    </message>
    <message>
        <source>Merged two groups</source>
        <translation>Zwei Gruppen zusammengeführt</translation>
    </message>
    <message>
        <source>Kept two groups apart</source>
        <translation>Zwei Gruppen getrennt gehalten</translation>
    </message>
    <message>
        <source>Divided {name}</source>
        <translation>{name} geteilt</translation>
    </message>
    <message>
        <source>Kept {name} together</source>
        <translation>{name} zusammengehalten</translation>
    </message>
    <message>
        <source>Kept as faces</source>
        <translation>Als Gesichter behalten</translation>
    </message>
    <message>
        <source>Dismissed: not faces</source>
        <translation>Verworfen: keine Gesichter</translation>
    </message>
    <message>
        <source>Kept: you know them</source>
        <translation>Behalten: Sie kennen sie</translation>
    </message>
    <message>
        <source>Left with strangers</source>
        <translation>Bei den Fremden gelassen</translation>
    </message>
    <message numerus="yes">
        <source>Answered {n} questions: {answers}</source>
        <translation>
            <numerusform>{n} Frage beantwortet: {answers}</numerusform>
            <numerusform>{n} Fragen beantwortet: {answers}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces are almost certainly {name}</source>
        <translation>
            <numerusform>{n} Gesicht ist fast sicher {name}</numerusform>
            <numerusform>{n} Gesichter sind fast sicher {name}</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces named · hardly any questions left</source>
        <translation>{share} % der Gesichter benannt · kaum noch Fragen</translation>
    </message>
    <message>
        <source>{share} % of faces named · questions left for {left}</source>
        <translation>{share} % der Gesichter benannt · Fragen zu {left} stehen aus</translation>
    </message>
    <message numerus="yes">
        <source>about {n}</source>
        <translation>
            <numerusform>etwa {n}</numerusform>
            <numerusform>etwa {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces are named.</source>
        <translation>{share} % der Gesichter sind benannt.</translation>
    </message>
    <message numerus="yes">
        <source>{share} % of faces are named; {n} faces of strangers.</source>
        <translation>
            <numerusform>{share} % der Gesichter sind benannt; {n} Gesicht einer fremden Person.</numerusform>
            <numerusform>{share} % der Gesichter sind benannt; {n} Gesichter von Fremden.</numerusform>
        </translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>Noch kein Name</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>Rückgängig gemacht</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>Wiederholt</translation>
    </message>
    <message numerus="yes">
        <source>{n} steps undone</source>
        <translation>
            <numerusform>{n} Schritt rückgängig gemacht</numerusform>
            <numerusform>{n} Schritte rückgängig gemacht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps redone</source>
        <translation>
            <numerusform>{n} Schritt wiederholt</numerusform>
            <numerusform>{n} Schritte wiederholt</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>Die Einstellungen konnten nicht gespeichert werden: {reason}</translation>
    </message>
    <message>
        <source>{folder} is not there just now: its {photos} can be seen, but not opened.</source>
        <translation>{folder} ist gerade nicht da: {photos} darin sind zu sehen, lassen sich aber nicht öffnen.</translation>
    </message>
    <message numerus="yes">
        <source>{n} folders are not there just now: their {photos} can be seen, but not opened.</source>
        <translation>
            <numerusform>{n} Ordner ist gerade nicht da: {photos} darin sind zu sehen, lassen sich aber nicht öffnen.</numerusform>
            <numerusform>{n} Ordner sind gerade nicht da: {photos} darin sind zu sehen, lassen sich aber nicht öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Nothing is ever sent: no photo, no name, no statistics. All that is ever fetched is a pack of face models that you ask for. The details tell every file that photoorg writes.</source>
        <translation>Nichts wird je gesendet: kein Foto, kein Name, keine Statistik. Geholt wird höchstens ein Paket von Gesichtsmodellen, das Sie verlangen. Die Einzelheiten nennen jede Datei, die photoorg schreibt.</translation>
    </message>
    <message>
        <source>Turns folders of photos into named people, entirely on this computer: no photo, face or name ever leaves it.</source>
        <translation>Macht aus Ordnern voller Fotos benannte Personen, ganz auf diesem Rechner: Kein Foto, kein Gesicht und kein Name verlässt ihn je.</translation>
    </message>
    <message>
        <source>A demonstration: name and merge as you like, your own photos are not here.</source>
        <translation>Eine Vorführung: Benennen und verbinden Sie nach Belieben, Ihre eigenen Fotos sind hier nicht.</translation>
    </message>
    <message>
        <source>To my photos</source>
        <translation>Zu meinen Fotos</translation>
    </message>
    <message>
        <source>Remove the demonstration</source>
        <translation>Vorführung entfernen</translation>
    </message>
    <message>
        <source>Add {folder}</source>
        <translation>{folder} hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Add {n} folders</source>
        <translation>
            <numerusform>{n} Ordner hinzufügen</numerusform>
            <numerusform>{n} Ordner hinzufügen</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything can be seen, but nothing named or changed: {file} cannot be written. Check the permissions of the file and of its folder.</source>
        <translation>Alles ist zu sehen, aber nichts kann benannt oder geändert werden: In {file} kann nicht geschrieben werden. Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>Running job</source>
        <translation>Laufende Arbeit</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Look at the photos that are left</source>
        <translation>Die übrigen Fotos ansehen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation>Anhalten; was fertig ist, bleibt</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message numerus="yes">
        <source>{n} not looked at</source>
        <translation>
            <numerusform>{n} nicht angesehen</numerusform>
            <numerusform>{n} nicht angesehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>Vorbereiten…</translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read, newest:</source>
        <translation>
            <numerusform>{n} Datei konnte nicht gelesen werden:</numerusform>
            <numerusform>{n} Dateien konnten nicht gelesen werden, die neuesten:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>Noch nichts zu berichten.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>{amount}/s</source>
        <translation>{amount}/s</translation>
    </message>
    <message>
        <source>Every list</source>
        <translation>Jede Liste</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>Ein Video</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>Ein Foto</translation>
    </message>
    <message>
        <source>{key} or {other}</source>
        <translation>{key} oder {other}</translation>
    </message>
    <message>
        <source>First choose how faces are recognised; then the scan begins.</source>
        <translation>Wählen Sie zuerst, wie Gesichter erkannt werden; dann beginnt das Einlesen.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>&amp;Scan all folders again</source>
        <translation>Alle Ordner noch einmal ein&amp;lesen</translation>
    </message>
    <message>
        <source>&amp;Names from other programs…</source>
        <translation>&amp;Namen aus anderen Programmen…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>&amp;Menu of what is chosen</source>
        <translation>&amp;Menü zur Auswahl</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Narrow sidebar</source>
        <translation>&amp;Schmale Leiste</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>&amp;Textgröße</translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Letters of the system</source>
        <translation>&amp;Schrift des Systems</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>&amp;Datenschutz</translation>
    </message>
    <message>
        <source>&amp;About photoorg</source>
        <translation>Ü&amp;ber photoorg</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>&amp;Rückgängig: {step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>&amp;Wiederholen: {step}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>Schmale Leiste</translation>
    </message>
    <message>
        <source>Widen sidebar</source>
        <translation>Breite Leiste</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>Zurück (Esc)</translation>
    </message>
    <message>
        <source>Add a folder of photos (Ctrl+O)</source>
        <translation>Ordner mit Fotos hinzufügen (Strg+O)</translation>
    </message>
    <message>
        <source>Saved searches, and what can be typed (Alt+Down)</source>
        <translation>Gespeicherte Suchen, und was eingegeben werden kann (Alt+Ab)</translation>
    </message>
    <message>
        <source>Back to {back}</source>
        <translation>Zurück zu {back}</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos are not there: see Folders</source>
        <translation>
            <numerusform>{n} Foto ist nicht da: siehe Ordner</numerusform>
            <numerusform>{n} Fotos sind nicht da: siehe Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>{video} cannot be reached just now; connect its drive and try again.</source>
        <translation>{video} ist gerade nicht erreichbar; schließen Sie das Laufwerk an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Nobody seen</source>
        <translation>Niemand zu sehen</translation>
    </message>
    <message numerus="yes">
        <source>{n} people without a name</source>
        <translation>
            <numerusform>Jemand ohne Namen</numerusform>
            <numerusform>{n} Personen ohne Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is seen</source>
        <translation>Wer zu sehen ist</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin} bis {end}</translation>
    </message>
    <message>
        <source>A picture of the video</source>
        <translation>Ein Bild aus dem Video</translation>
    </message>
    <message>
        <source>{time} long</source>
        <translation>{time} lang</translation>
    </message>
    <message>
        <source>Box around a face</source>
        <translation>Rahmen um ein Gesicht</translation>
    </message>
    <message>
        <source>Arrows move it, with Shift they resize it; Enter is done, Esc leaves</source>
        <translation>Pfeile verschieben ihn, mit Umschalt ändern sie die Größe; Eingabe ist fertig, Esc bricht ab</translation>
    </message>
    <message>
        <source>Compared with {photo}</source>
        <translation>Verglichen mit {photo}</translation>
    </message>
    <message>
        <source>Face {place} of {count}</source>
        <translation>Gesicht {place} von {count}</translation>
    </message>
    <message>
        <source>Perhaps {person}</source>
        <translation>Vielleicht {person}</translation>
    </message>
    <message>
        <source>Name of this face</source>
        <translation>Name dieses Gesichts</translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab, then press N</source>
        <translation>Zeigen Sie auf ein Gesicht oder wählen Sie eines mit Tab, dann drücken Sie N</translation>
    </message>
    <message>
        <source>Drag a box around the face, or place it with the arrows and Enter</source>
        <translation>Ziehen Sie einen Rahmen um das Gesicht, oder setzen Sie ihn mit Pfeilen und Eingabe</translation>
    </message>
    <message>
        <source>The photo is turned</source>
        <translation>Das Foto ist gedreht</translation>
    </message>
    <message>
        <source>Only a box that you drew can be deleted; this face was found</source>
        <translation>Nur ein Rahmen, den Sie gezogen haben, kann gelöscht werden; dieses Gesicht wurde gefunden</translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab</source>
        <translation>Zeigen Sie auf ein Gesicht, oder wählen Sie eines mit Tab</translation>
    </message>
    <message>
        <source>Photo {place} of {all}</source>
        <translation>Foto {place} von {all}</translation>
    </message>
    <message>
        <source>Photos before and after this one</source>
        <translation>Fotos vor und nach diesem</translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds each</source>
        <translation>
            <numerusform>je {n} Sekunde</numerusform>
            <numerusform>je {n} Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Left, Right or Space</source>
        <translation>Links, Rechts oder Leertaste</translation>
    </message>
    <message>
        <source>The photo before, the next one</source>
        <translation>Das Foto davor, das nächste</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Pos1, Ende</translation>
    </message>
    <message>
        <source>The first photo, the last one</source>
        <translation>Das erste Foto, das letzte</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>Das nächste Gesicht</translation>
    </message>
    <message>
        <source>Name the face</source>
        <translation>Das Gesicht benennen</translation>
    </message>
    <message>
        <source>Show who is who</source>
        <translation>Zeigen, wer wer ist</translation>
    </message>
    <message>
        <source>Draw a box around a face</source>
        <translation>Rahmen um ein Gesicht ziehen</translation>
    </message>
    <message>
        <source>Move or resize a box; with Shift the arrows resize it</source>
        <translation>Einen Rahmen verschieben oder ändern; mit Umschalt ändern die Pfeile die Größe</translation>
    </message>
    <message>
        <source>Delete a box that was drawn</source>
        <translation>Einen gezogenen Rahmen löschen</translation>
    </message>
    <message>
        <source>Search this photo harder</source>
        <translation>Dieses Foto gründlicher durchsuchen</translation>
    </message>
    <message>
        <source>Turn the photo left, right</source>
        <translation>Das Foto nach links, nach rechts drehen</translation>
    </message>
    <message>
        <source>Show one photo after the other</source>
        <translation>Ein Foto nach dem anderen zeigen</translation>
    </message>
    <message>
        <source>Compare with the next photo; the arrows change the right one</source>
        <translation>Mit dem nächsten Foto vergleichen; die Pfeile ändern das rechte</translation>
    </message>
    <message>
        <source>Let the two change places</source>
        <translation>Die beiden tauschen</translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation>Zu diesem Foto</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>Größer, kleiner</translation>
    </message>
    <message>
        <source>The whole photo, its actual size</source>
        <translation>Das ganze Foto, seine wahre Größe</translation>
    </message>
    <message>
        <source>Photo before this one (Left)</source>
        <translation>Foto davor (Links)</translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation>Nächstes Foto (Rechts)</translation>
    </message>
    <message>
        <source>Show who is who (B)</source>
        <translation>Zeigen, wer wer ist (B)</translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation>Zu diesem Foto (I)</translation>
    </message>
    <message>
        <source>Compare two photos (C)</source>
        <translation>Zwei Fotos vergleichen (C)</translation>
    </message>
    <message>
        <source>Draw a box around a face (D)</source>
        <translation>Rahmen um ein Gesicht ziehen (D)</translation>
    </message>
    <message>
        <source>Show one photo after the other (S)</source>
        <translation>Ein Foto nach dem anderen zeigen (S)</translation>
    </message>
    <message>
        <source>Whole photo (0) or actual size (1)</source>
        <translation>Ganzes Foto (0) oder wahre Größe (1)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
    <message>
        <source>Actual size (1)</source>
        <translation>Wahre Größe (1)</translation>
    </message>
    <message>
        <source>Whole photo (0)</source>
        <translation>Ganzes Foto (0)</translation>
    </message>
    <message>
        <source>This face is {name}</source>
        <translation>Dieses Gesicht ist {name}</translation>
    </message>
    <message>
        <source>The box is where you put it now</source>
        <translation>Der Rahmen ist jetzt, wo Sie ihn hingelegt haben</translation>
    </message>
    <message>
        <source>Deleted the box</source>
        <translation>Rahmen gelöscht</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>Namen ändern</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} öffnen</translation>
    </message>
    <message>
        <source>Removed from {name}</source>
        <translation>Von {name} entfernt</translation>
    </message>
    <message>
        <source>Move or resize the box</source>
        <translation>Rahmen verschieben oder ändern</translation>
    </message>
    <message>
        <source>Delete the box</source>
        <translation>Rahmen löschen</translation>
    </message>
    <message>
        <source>Dismissed: not a face</source>
        <translation>Verworfen: kein Gesicht</translation>
    </message>
    <message>
        <source>This face is the cover now</source>
        <translation>Dieses Gesicht ist jetzt das Titelbild</translation>
    </message>
    <message>
        <source>Camera, lens, exposure and place</source>
        <translation>Kamera, Objektiv, Belichtung und Ort</translation>
    </message>
    <message>
        <source>People in this photo</source>
        <translation>Personen auf diesem Foto</translation>
    </message>
    <message>
        <source>No faces in this photo</source>
        <translation>Keine Gesichter auf diesem Foto</translation>
    </message>
    <message>
        <source>Name this face</source>
        <translation>Dieses Gesicht benennen</translation>
    </message>
    <message>
        <source>{figure} MP</source>
        <translation>{figure} MP</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Nach links drehen</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Nach rechts drehen</translation>
    </message>
    <message>
        <source>Turn upside down</source>
        <translation>Auf den Kopf drehen</translation>
    </message>
    <message>
        <source>Names in use</source>
        <translation>Namen in Gebrauch</translation>
    </message>
    <message>
        <source>New name “{name}”</source>
        <translation>Neuer Name „{name}“</translation>
    </message>
    <message>
        <source>Cover of {name}</source>
        <translation>Titelbild von {name}</translation>
    </message>
    <message>
        <source>Cover of an unnamed person</source>
        <translation>Titelbild einer Person ohne Namen</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation>Auswahl aufheben (Esc)</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n} ausgewählt</numerusform>
            <numerusform>{n} ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Pfeiltasten</translation>
    </message>
    <message>
        <source>Go to another one, with Shift selecting</source>
        <translation>Zu einem anderen gehen, mit Umschalt auswählen</translation>
    </message>
    <message>
        <source>Select it or not; fold or unfold below a heading</source>
        <translation>Auswählen oder nicht; unter einer Überschrift auf- oder zuklappen</translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click</source>
        <translation>Strg+Klick, Umschalt+Klick</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>Mehrere auswählen</translation>
    </message>
    <message numerus="yes">
        <source>{month} · {n} photos</source>
        <translation>
            <numerusform>{month} · {n} Foto</numerusform>
            <numerusform>{month} · {n} Fotos</numerusform>
        </translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups</source>
        <translation>
            <numerusform>{n} Gruppe</numerusform>
            <numerusform>{n} Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Hid {name}</source>
        <translation>{name} ausgeblendet</translation>
    </message>
    <message>
        <source>Showing {name}</source>
        <translation>{name} wird gezeigt</translation>
    </message>
    <message numerus="yes">
        <source>Hid {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe ausgeblendet</numerusform>
            <numerusform>{n} Gruppen ausgeblendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing {n} groups</source>
        <translation>
            <numerusform>{n} Gruppe wird gezeigt</numerusform>
            <numerusform>{n} Gruppen werden gezeigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions</source>
        <translation>
            <numerusform>{n} Frage</numerusform>
            <numerusform>{n} Fragen</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n} Byte</numerusform>
            <numerusform>{n} Bytes</numerusform>
        </translation>
    </message>
</context>
</TS>
