<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name></name>
    <message>
        <source>There are no sample pictures on this machine to make a demonstration of; add a folder of your own photos instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown provider &quot;{provider}&quot;; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face detector with landmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face recogniser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>detector of square pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be loaded ({error}); delete the model pack and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>face detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no {kind}; choose or download another model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It recognises people who have a name and leaves everybody else alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sorts whole pictures into ten kinds by their looks, not faces into people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be told how many people there are, which no library knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it finds hardly anybody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It works only with face models that a network of its kind was trained for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard: looks at whole neighbourhoods of faces and learns from the library itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard with smaller groups: fewer strangers in them, more to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard with larger groups: less to merge, more strangers in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard without its trained network: compares faces by likeness alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The standard's neighbourhoods, divided as a random walk through them suggests.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The method of the paper that the standard grew from (ECCV 2022), as published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins groups while their faces stay near each other on average (FaceNet, 2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counts people as facenet does, then moves every face to the nearest of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The five most similar named faces vote on who somebody is (FaceNet, 2015).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As facenet-knn, with a sense of likeness that is learned from the named faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives all people equally wide balls in a space learned for this (2020).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns by itself which pictures are of one kind (Deep Adaptive Clustering, 2017).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As dac, without the answers it leaves open at first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drops neighbours that stand out, then follows a random walk (FaceMap, 2022).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FaceMap exactly as published.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It joins every face with eleven others at least, so that nobody has only a few photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins faces that share neighbours, then follows a random walk (FC-ES, 2024).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is made for millions of photos; where people have few, it joins strangers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graph network tells around every face who belongs to it (L-GCN, 2019).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins groups while their faces are alike on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins groups while even their least similar faces are alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows chains of similar faces through people with three photos or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follows chains of similar faces and chooses for each person how similar they must be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides faces among a number of centres that is fixed beforehand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Joins groups that are high in each other's list of similar faces (2011).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As published it joins strangers: hundreds of people become one group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Damselfly does: each joins the most similar one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognises faces as digiKam does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Ente Photos does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Face Recognition does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recognises faces as Fotema does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Immich does: each joins the nearest person there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as InsightFace's desktop program does; small faces stay alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Lap does, never two of one photo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as LibrePhotos does; people with few photos stay alone in large libraries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as LrGeniusAI does for Lightroom.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Omoide does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It joins strangers who are a little alike.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism did until 2025.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism does since 2026.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it joins strangers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Recognize does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It leaves people with few photos alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no engine “{name}”; choose one of {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no files were found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} videos</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that belong to a photo</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out ({reasons})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{files}: {parts}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} kept by other programs</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} by your patterns</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in folders marked .nomedia</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} copies</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not read yet</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} other files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong ({error}). This is a bug.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} cannot be deleted ({reason}); delete this folder yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} photos exported</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were there already</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Group all faces anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sorting faces into people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All groups would stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All groups stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be split</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups would come up</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces would move</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names would be lost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups joined others</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups were split</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups came up</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names were lost</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces sorted into {people}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>all faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searching {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No more faces found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} more faces found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This file makes the picture decoder crash; it is left out until it changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is a file; name the folder it lies in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {folder}; check its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for photos in {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanning {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No photos were found; videos are not read yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} photos scanned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces found</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{done}: {faces}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done}; {bad}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This folder vanished during the scan; its photos are kept. Scan it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The analysis of this picture failed ({error}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is empty now; its photos are kept. Connect its drive and scan again, or take the folder out of the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{unseen} of {total} photos of this folder are not there; they stay shown. Connect the disc they lie on and scan again, or say that they were deleted (Folders page, or scan --deleted).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This pattern is not understood: {error}. Patterns are written as in .gitignore: *.png, /scans, raw/, !keep.png.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder you are in was deleted; go to another one, or give the full path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder may not be opened; change its permissions and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive, scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder lies too deep: its path is longer than the system allows. Move it up, or shorten the names above it, and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive or share of this folder does not answer ({reason}); its photos are kept. Connect it again and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports an error while this folder is listed; its photos are kept. Check the disk and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This folder cannot be read ({reason}); scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The working process stopped unexpectedly ({name}). What it had stored is safe; start again to go on, and close other programs first if memory is short. Its last words are in {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This group has no name to take away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the name {person} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} is in {n} photos; only people without photos can be deleted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least two people to merge.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These groups have different names ({names}); merge them into the one whose name shall stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Not know {n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The cover has to be one of the person's own faces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the cover of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has no faces to keep apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {id} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the folder {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step cannot be taken back: what the library remembers of it is damaged. Everything else is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this group first; then tell when the person was born.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when {person} was born</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a box around this face already; resize that one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the box of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face was found in the photo; say that it is not a face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the box of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A box needs four numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This box is too small to hold a face; draw a larger one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name holds bytes that are no text; type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A name has at most {most} characters; choose a shorter one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one face.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {person} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {person} into {into}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into one</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into {into}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} faces from {person}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to {person}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm {n} faces of {person}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Split off {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Split off {n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not a face</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep {person} and {other} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make {person} a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make {person} no favourite any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people a favourite</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people no favourite any more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n} faces as real</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Something cannot be a face and none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep real faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody can be known and a stranger.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at least one group.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} strangers</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep people who were strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure whether two are one person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep {person} together</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} faces of {person} not found any more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Only faces that are not found any more can be forgotten.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {person} out of {other} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no merge {id} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge {id} was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The merge {id} is not one of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no face {id} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The stored faces of this library do not fit each other; scan its folders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>January</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>February</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>March</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>April</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>June</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>July</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>August</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>September</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>October</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>November</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>December</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date; write a year, a month or a day: 2003, 2003-07, 2003-07-14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{last} lies before {first}; write the earlier date first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for at most {most} people and words at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This name is too long; use at most {most} letters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a search called “{name}” already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {people} and nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without {people}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in “{folder}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken with “{camera}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{name} ({n} people)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with {n} or more faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>with nobody on them</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>with {n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>with {least} to {most} faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore what the journal holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another photoorg is scanning or grouping this library; wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoorg is already open with this library; use that window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} cannot be written; check the permissions of the file and of its folder, or choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no person {id} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no photo {id} in this library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no date; write 2019-07-14, 2019-07 or 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program reads {name}, so what is to be erased is still beside it; close the windows of photoorg and do it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The lock file {file} cannot be opened ({reason}); if another user of this machine left it (or sudo did), delete it once nobody uses the library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a folder; name a library file in it with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is no file but a device or pipe; choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is empty and cannot be written; choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a link to a file that is not there; choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no library at {path}; scan a folder first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last changes of the library {path} lie in {name}-wal, which can only be read where files can be written; copy both files to another folder, or choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is empty now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}; `photoorg restore` brings back what is kept in {files}. To begin anew instead, move that away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}, and nothing to restore it from lies in {folder}; put a copy of your own in its place. To begin anew instead, move {files} away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} cannot be opened ({reason}); check its permissions, or choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} cannot be written: the disk is full or failing. Free some space and start again; nothing already stored is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} or a file beside it cannot be opened; check the permissions of the folder and of all files whose names begin with {name}, or choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is too large for this disk; move it to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the library {path} is too large to be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory for the library; close other programs and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is damaged, and no copy of it lies in {folder}; put one of your own backups in its place, or choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {path} is damaged; `photoorg restore` brings it back from what is kept in {files}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program is writing to the library {path}; try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a photoorg library and stays as it is; choose another file with --library.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The library {library} cannot be written, because {file} belongs to somebody else; close every photoorg, then give yourself that file (chown).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut off; copy it again from the camera or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture in this file is damaged; copy it again from the camera or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty; copy it again from the camera or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds nothing but zeros, as after a failed copy; copy it again from the camera or a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is gone; it was moved or deleted, so scan its folder again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program is not allowed to read this file; change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This link leads back to itself; remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There was not enough memory to open this picture; close other programs and scan again, or save a smaller copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This picture takes too long to open, so it is left out until it changes; save it anew in another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an ordinary file; move it out of the photo folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a picture in any format the program reads; open it in another program and save it as JPEG, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a RAR archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a 7-Zip archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a compressed archive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a Photoshop picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a JPEG XL picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a JPEG 2000 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an icon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a GIMP picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a raw camera picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a video</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an office document, perhaps locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is {size} GB large, more than any photo the program opens; save a smaller copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path of this file is longer than the system allows; move the file up, or shorten the names above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk reports an error while reading. The next scan tries again; if that does not help, copy the file again from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive or share does not answer ({reason}); the next scan tries again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The computer could not open the file just now ({reason}); scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); check the disk it lies on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a web page; download the picture itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}, which the program does not read; save it as JPEG, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is an archive locked with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a ZIP archive or office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a PDF document with a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a drawing (SVG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the terms of {name} before downloading it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk with {folder} has {free} MB free, but {needed} MB are needed; free some space and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its digest differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {name} cannot be used and was removed: {error}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No face models are installed yet; download them or choose a folder that holds them (--models DIR).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} does not exist; choose the folder of a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{subject} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not the file that {manifest} describes (its SHA-256 differs); delete the model pack and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model pack in {folder} holds no {missing}; choose or download a complete pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lists no tasks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no face detector with landmarks; install the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no face recogniser; install the pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a digest is no SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it promises embeddings of {dimension} numbers, but {file} gives {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it names no file for {task}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} lies outside the pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is missing; install the model pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged ({error}); delete the model pack and install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}; install the model pack again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no network inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an input or output is described at absurd length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no ONNX file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>terms not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>measured by its makers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of {name} was interrupted ({error}); check the internet connection and try again. What has been fetched is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server ended the connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server does not hand out {url} ({code} {reason}); try again later or choose a folder with a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server answered {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server cannot prove that it is the right one; check this computer's date and network, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the server sent another part ({said}) than it was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{given} instead of {size} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server sent something else than {name} ({reason}); perhaps the network asks for a login first, so open a web page and then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive is damaged ({error}); try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive holds two files of one name; try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive would grow beyond measure; it is not a model pack.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive holds a link or device ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive is locked with a password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the archive wants to write outside its folder ({name}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question {id} any more; `photoorg review` lists them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Answer {n} questions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Name some of the faces that the question is about.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make larger groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make smaller groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join groups to {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull faces out of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a number from -{most} to {most}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoorg cannot open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing that was stored is lost. Please report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download face models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking at what lies between the groups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join: {faces}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parts would leave: {faces}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join others: {faces}. No name is touched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be divided: {faces} would leave. No name is touched.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Larger or smaller groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A larger or smaller group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More or less of {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only groups without a name change, and nothing that you have said.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the left, groups that look most alike join; to the right, the parts that look least alike leave. It stands for good, and can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer, larger groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More, smaller groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merge with {name} ({n} faces)?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a person called {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people called {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged into this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever you take back stands alone again, with the name and the faces from before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which name stays?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes about {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found again by the search of people and of photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept when this is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New person “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group all faces anew?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{changes}. Everybody you named keeps the name and the faces you gave. It is one step, which Undo takes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove “{name}” from the library?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{photos} and {faces} disappear from this window. Your files stay where they are, untouched. Names are remembered: add the folder again and everybody is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor (works everywhere)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple chip (Core ML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coarser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Methods of the literature and of other programs, to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This version does not know the method that is set; choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look of the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A graphics card finds faces faster, if its software is installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How faces become people. You see what would change before anything does, and names and answers you gave are always kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a place to cut…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps so? Click the faces that are on the wrong side.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the faces that are somebody else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{groups} groups join: {n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A group of {n} faces joins</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave; you put some of them there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>added by photoorg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in photos that were edited since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {place} of {all} not found any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>perhaps {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click to select all of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not there just now: connect the drive, then scan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{missing} of {n} photos are not there</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not there just now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files left out</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} to check</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Named</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps not faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody and type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept: the download goes on from there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {title} ({size})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Terms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With other models every photo is looked at again, in the background. Names and answers you gave are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download {title}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a model pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} % of pairs told right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{time} ms a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is in your photos?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>photoorg looks through your folders and gathers the photos of each person. Everything happens on this computer; your files stay where they are, unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a folder anywhere in this window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The program comes with small face models. More accurate ones can be chosen or downloaded in the settings, now or later: names stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How shall faces be recognised?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To tell people apart, photoorg needs a pack of face models. The one that belongs to the program is missing or damaged: install the program again, use a pack you have, or download one now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder with a model pack</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pack you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder with a detector and a recogniser (ONNX).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos. Nothing in it is moved or changed; folders inside it count too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos in every folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They were deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show them no more; should their files come back, so do their faces and names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drive is away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep showing them, and ask again another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the photos in this folder and in those inside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Taking out {n} photos; they come back if their files do</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The folder {path} is not there; connect its drive and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed the folder {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, answers and everything else you do appear here and can be taken back, also tomorrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo everything that was done after this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go forward to here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do everything again up to this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos to see everybody in them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People appear here as soon as the faces in your photos have been sorted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folders hold no photos with faces. Videos are not read yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People, dates, words: anna ben 2003</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photos of your folders appear here, newest first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos appear here while they are being scanned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No photo found. Try other people, dates or words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} of {photos}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} photos</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it off this list until the file changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ignore all</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ignored {n} files</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes; on a sheet: take these answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N or Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure; on a sheet: later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of the likely names; / types another one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question before, the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole photos; on a sheet: another answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question of a sheet alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One by one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for questions…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to sort out</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}, dismiss {rest}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dismissed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Click the real faces. Enter dismisses the others for good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may be no face appears here after a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click the people you know. Enter leaves the others with strangers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in the background appear here after a scan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>in {n} pictures</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Answer for all of the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there any more; this is the next photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search this photo harder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not know who this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody will ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not show it here any more; it still helps to recognise others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not know who these are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} faces confirmed as {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces removed from {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces dismissed: not a face</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces forgotten</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Noted: you do not know who this is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you do not know who these are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved to {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who is it then?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Who are these {n} faces?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Any letter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to type who the selected faces are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger or smaller groups…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what would join, and what would fall apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Moved {n} faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>These are two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never put a face of one with those of the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These are people: show them among the others again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody in the photos has this name any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {name} and {other} apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Kept {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} group: not a face</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} groups: not faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hid {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Hid {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Who are these faces?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of these faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them as they are (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meanwhile these faces were put with {name}; nothing was named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Renamed {before} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Named {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took the name {name} away</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups into {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ask which name stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin to type the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge into {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge with another person…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged from…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the name away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The faces stay together and wait for another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell when this person was born…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write notes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these is a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only people without photos can be deleted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show this person again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} stands alone again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When was {name} born? Write 2019-07-14, 2019-07 or 2019; nothing, if you do not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birth taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes about {person} kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Showing {name} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces or photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>favourite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hidden</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Faces {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Photos {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>press Enter to save the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>often with {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>often with {name} and {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divide into two people…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which faces are somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anna and Ben together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>either of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not with Carl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of some time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>faces on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a word only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget this search; the photos stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the search “{name}”; its photos stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved; the magnifying glass lists it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort them out 24 at a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Faces of {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover of {whose}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} groups look alike</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>this group</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} questions about {whom}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing left to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing else to ask for now</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Ask the {n} again that you put off</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to ask about this person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask about everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No questions yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come with the first photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only about {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A click changes an answer: yes, no, not now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are these right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} yes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} no</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not now</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Yes to all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{answer} (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is {name} one person or two?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Are these faces?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is this a face?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do you know them?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All are faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click a face to move it across.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click those that are faces; Enter dismisses the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space shows the photos.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Only {n} are faces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, and the name is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two, and the right one is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, this is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted: you are not sure; nobody asks again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merged two groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept two groups apart</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divided {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept {name} together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept as faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed: not faces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept: you know them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left with strangers</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Answered {n} questions: {answers}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces are almost certainly {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces named · {left} left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hardly any</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about {n}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces are named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{share} % of faces are named; {n} faces of strangers.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} steps undone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps redone</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{folder} is not there just now: its {photos} can be seen, but not opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} folders are not there just now: their {photos} can be seen, but not opened.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Turns folders of photos into named people, entirely on this computer: no photo, face or name ever leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A demonstration: name and merge as you like, your own photos are not here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To my photos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the demonstration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Add {n} folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Running job</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the photos that are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} not looked at</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read, newest:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount}/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} or {other}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First choose how faces are recognised; then the scan begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Scan all folders again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Menu of what is chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Narrow sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Letters of the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About photoorg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Widen sidebar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of photos (Ctrl+O)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved searches, and what can be typed (Alt+Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to {back}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} photos are not there: see Folders</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Box around a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arrows move it, with Shift they resize it; Enter is done, Esc leaves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face {place} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perhaps {person}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab, then press N</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag a box around the face, or place it with the arrows and Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only a box that you drew can be deleted; this face was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo {place} of {all}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photos before and after this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds each</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left, Right or Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The photo before, the next one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first photo, the last one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The next face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who is who</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or resize a box; with Shift the arrows resize it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete a box that was drawn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one photo after the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole photo, its actual size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Photo before this one (Left)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show who is who (B)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a box around a face (D)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show one photo after the other (S)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole photo (0) or actual size (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actual size (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole photo (0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The box is where you put it now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deleted the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removed from {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move or resize the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed: not a face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This face is the cover now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Camera, lens, exposure and place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People in this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No faces in this photo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name this face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{figure} MP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New name “{name}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover of an unnamed person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to another one, with Shift selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select it or not; fold or unfold below a heading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Years</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} groups</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
