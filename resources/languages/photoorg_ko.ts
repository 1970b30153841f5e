<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko">
<context>
    <name></name>
    <message>
        <source>There are no sample pictures on this machine to make a demonstration of; add a folder of your own photos instead.</source>
        <translation>이 컴퓨터에는 체험용 사진이 없습니다. 대신 내 사진 폴더를 추가하세요.</translation>
    </message>
    <message>
        <source>Unknown provider &quot;{provider}&quot;; choose one of {known}.</source>
        <translation>알 수 없는 제공자 “{provider}”입니다. {known} 중에서 선택하세요.</translation>
    </message>
    <message>
        <source>face detector with landmarks</source>
        <translation>특징점을 찾는 얼굴 검출기</translation>
    </message>
    <message>
        <source>face recogniser</source>
        <translation>얼굴 인식기</translation>
    </message>
    <message>
        <source>detector of square pictures</source>
        <translation>정사각형 사진용 검출기</translation>
    </message>
    <message>
        <source>{file} cannot be loaded ({error}); delete the model pack and install it again.</source>
        <translation>{file} 파일을 불러올 수 없습니다({error}). 모델 팩을 삭제하고 다시 설치하세요.</translation>
    </message>
    <message>
        <source>face detector</source>
        <translation>얼굴 검출기</translation>
    </message>
    <message>
        <source>{file} is no {kind}; choose or download another model pack.</source>
        <translation>{file} 파일은 {kind}(이)가 아닙니다. 다른 모델 팩을 선택하거나 다운로드하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be used; install photoorg again.</source>
        <translation>{path}을(를) 사용할 수 없습니다. photoorg를 다시 설치하세요.</translation>
    </message>
    <message>
        <source>It recognises people who have a name and leaves everybody else alone.</source>
        <translation>이름이 있는 인물만 알아보고 나머지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>It sorts whole pictures into ten kinds by their looks, not faces into people.</source>
        <translation>얼굴을 인물별로 나누지 않고 사진 전체를 모습에 따라 열 종류로 나눕니다.</translation>
    </message>
    <message>
        <source>It has to be told how many people there are, which no library knows.</source>
        <translation>인물이 몇 명인지 알려 주어야 하는데, 이는 어떤 라이브러리도 알지 못합니다.</translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it finds hardly anybody.</source>
        <translation>기준값이 그 프로그램의 얼굴 모델에 맞춰져 있어 다른 모델로는 거의 아무도 찾지 못합니다.</translation>
    </message>
    <message>
        <source>It works only with face models that a network of its kind was trained for.</source>
        <translation>같은 종류의 네트워크가 학습된 얼굴 모델에서만 작동합니다.</translation>
    </message>
    <message>
        <source>The standard: looks at whole neighbourhoods of faces and learns from the library itself.</source>
        <translation>표준: 얼굴의 이웃 전체를 살펴보고 라이브러리 자체에서 배웁니다.</translation>
    </message>
    <message>
        <source>The standard with smaller groups: fewer strangers in them, more to merge.</source>
        <translation>더 작은 그룹의 표준: 낯선 사람이 덜 섞이고 합칠 일이 늘어납니다.</translation>
    </message>
    <message>
        <source>The standard with larger groups: less to merge, more strangers in them.</source>
        <translation>더 큰 그룹의 표준: 합칠 일이 줄고 낯선 사람이 더 섞입니다.</translation>
    </message>
    <message>
        <source>The standard without its trained network: compares faces by likeness alone.</source>
        <translation>학습된 네트워크를 뺀 표준: 닮은 정도만으로 얼굴을 비교합니다.</translation>
    </message>
    <message>
        <source>The standard's neighbourhoods, divided as a random walk through them suggests.</source>
        <translation>표준의 이웃을 무작위 걸음이 알려 주는 대로 나눕니다.</translation>
    </message>
    <message>
        <source>The method of the paper that the standard grew from (ECCV 2022), as published.</source>
        <translation>표준의 바탕이 된 논문(ECCV 2022)의 방법을 발표된 그대로 씁니다.</translation>
    </message>
    <message>
        <source>Joins groups while their faces stay near each other on average (FaceNet, 2015).</source>
        <translation>얼굴이 평균적으로 가까운 동안 그룹을 합칩니다(FaceNet, 2015).</translation>
    </message>
    <message>
        <source>Counts people as facenet does, then moves every face to the nearest of them.</source>
        <translation>facenet처럼 인물 수를 세고 모든 얼굴을 가장 가까운 인물로 옮깁니다.</translation>
    </message>
    <message>
        <source>The five most similar named faces vote on who somebody is (FaceNet, 2015).</source>
        <translation>가장 닮은 이름 있는 얼굴 다섯이 누구인지 투표합니다(FaceNet, 2015).</translation>
    </message>
    <message>
        <source>As facenet-knn, with a sense of likeness that is learned from the named faces.</source>
        <translation>facenet-knn과 같되 닮음의 기준을 이름 있는 얼굴에서 배웁니다.</translation>
    </message>
    <message>
        <source>Gives all people equally wide balls in a space learned for this (2020).</source>
        <translation>이를 위해 배운 공간에서 모든 인물에게 같은 크기의 공을 줍니다(2020).</translation>
    </message>
    <message>
        <source>Learns by itself which pictures are of one kind (Deep Adaptive Clustering, 2017).</source>
        <translation>어떤 사진이 같은 종류인지 스스로 배웁니다(Deep Adaptive Clustering, 2017).</translation>
    </message>
    <message>
        <source>As dac, without the answers it leaves open at first.</source>
        <translation>dac과 같되 처음에 열어 두는 답은 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Drops neighbours that stand out, then follows a random walk (FaceMap, 2022).</source>
        <translation>두드러지게 다른 이웃을 뺀 뒤 무작위 걸음을 따릅니다(FaceMap, 2022).</translation>
    </message>
    <message>
        <source>FaceMap exactly as published.</source>
        <translation>발표된 그대로의 FaceMap입니다.</translation>
    </message>
    <message>
        <source>It joins every face with eleven others at least, so that nobody has only a few photos.</source>
        <translation>모든 얼굴을 적어도 열한 개와 묶으므로 사진이 적은 인물이 남지 않습니다.</translation>
    </message>
    <message>
        <source>Joins faces that share neighbours, then follows a random walk (FC-ES, 2024).</source>
        <translation>이웃을 공유하는 얼굴을 묶은 뒤 무작위 걸음을 따릅니다(FC-ES, 2024).</translation>
    </message>
    <message>
        <source>It is made for millions of photos; where people have few, it joins strangers.</source>
        <translation>수백만 장의 사진을 위한 방법이라 사진이 적은 인물은 낯선 사람과 묶입니다.</translation>
    </message>
    <message>
        <source>A graph network tells around every face who belongs to it (L-GCN, 2019).</source>
        <translation>그래프 네트워크가 얼굴마다 누가 함께 속하는지 알려 줍니다(L-GCN, 2019).</translation>
    </message>
    <message>
        <source>Joins groups while their faces are alike on average.</source>
        <translation>얼굴이 평균적으로 닮은 동안 그룹을 합칩니다.</translation>
    </message>
    <message>
        <source>Joins groups while even their least similar faces are alike.</source>
        <translation>가장 닮지 않은 얼굴끼리도 닮은 동안 그룹을 합칩니다.</translation>
    </message>
    <message>
        <source>Follows chains of similar faces through people with three photos or more.</source>
        <translation>사진이 세 장 이상인 인물을 지나 닮은 얼굴의 사슬을 따라갑니다.</translation>
    </message>
    <message>
        <source>Follows chains of similar faces and chooses for each person how similar they must be.</source>
        <translation>닮은 얼굴의 사슬을 따라가며 얼마나 닮아야 하는지를 인물마다 정합니다.</translation>
    </message>
    <message>
        <source>Divides faces among a number of centres that is fixed beforehand.</source>
        <translation>미리 정한 수의 중심에 얼굴을 나눕니다.</translation>
    </message>
    <message>
        <source>Joins groups that are high in each other's list of similar faces (2011).</source>
        <translation>서로의 닮은 얼굴 목록에서 위에 있는 그룹을 합칩니다(2011).</translation>
    </message>
    <message>
        <source>As published it joins strangers: hundreds of people become one group.</source>
        <translation>발표된 그대로는 낯선 사람을 묶어 수백 명이 한 그룹이 됩니다.</translation>
    </message>
    <message>
        <source>Groups faces as Damselfly does: each joins the most similar one before it.</source>
        <translation>Damselfly처럼 묶습니다: 앞에 있는 가장 닮은 얼굴에 들어갑니다.</translation>
    </message>
    <message>
        <source>Recognises faces as digiKam does.</source>
        <translation>digiKam처럼 얼굴을 알아봅니다.</translation>
    </message>
    <message>
        <source>Groups faces as Ente Photos does.</source>
        <translation>Ente Photos처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Face Recognition does.</source>
        <translation>Nextcloud의 Face Recognition처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>Recognises faces as Fotema does.</source>
        <translation>Fotema처럼 얼굴을 알아봅니다.</translation>
    </message>
    <message>
        <source>Groups faces as Immich does: each joins the nearest person there already.</source>
        <translation>Immich처럼 묶습니다: 이미 있는 가장 가까운 인물에 들어갑니다.</translation>
    </message>
    <message>
        <source>Groups faces as InsightFace's desktop program does; small faces stay alone.</source>
        <translation>InsightFace의 데스크톱 프로그램처럼 묶습니다. 작은 얼굴은 혼자 남습니다.</translation>
    </message>
    <message>
        <source>Groups faces as Lap does, never two of one photo.</source>
        <translation>Lap처럼 묶되 한 사진의 두 얼굴은 묶지 않습니다.</translation>
    </message>
    <message>
        <source>Groups faces as LibrePhotos does; people with few photos stay alone in large libraries.</source>
        <translation>LibrePhotos처럼 묶습니다. 큰 라이브러리에서는 사진이 적은 인물이 혼자 남습니다.</translation>
    </message>
    <message>
        <source>Groups faces as LrGeniusAI does for Lightroom.</source>
        <translation>Lightroom용 LrGeniusAI처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>Groups faces as Omoide does.</source>
        <translation>Omoide처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>It joins strangers who are a little alike.</source>
        <translation>조금 닮은 낯선 사람을 묶습니다.</translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism did until 2025.</source>
        <translation>2025년까지의 PhotoPrism처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>Groups faces as PhotoPrism does since 2026.</source>
        <translation>2026년부터의 PhotoPrism처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>Its limit fits the face model of that program; with others it joins strangers.</source>
        <translation>기준값이 그 프로그램의 얼굴 모델에 맞춰져 있어 다른 모델로는 낯선 사람을 묶습니다.</translation>
    </message>
    <message>
        <source>Groups faces as Nextcloud's Recognize does.</source>
        <translation>Nextcloud의 Recognize처럼 얼굴을 묶습니다.</translation>
    </message>
    <message>
        <source>It leaves people with few photos alone.</source>
        <translation>사진이 적은 인물은 혼자 둡니다.</translation>
    </message>
    <message>
        <source>There is no engine “{name}”; choose one of {known}.</source>
        <translation>“{name}” 방법은 없습니다. {known} 중에서 선택하세요.</translation>
    </message>
    <message>
        <source>Tell more about {person}</source>
        <translation>{person}에 대해 더 알려 주기</translation>
    </message>
    <message>
        <source>There is no search called “{name}”.</source>
        <translation>“{name}”이라는 검색이 없습니다.</translation>
    </message>
    <message>
        <source>Draw a box around {person}</source>
        <translation>{person} 주위에 상자 그리기</translation>
    </message>
    <message>
        <source>no files were found yet</source>
        <translation>아직 찾은 파일이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos</source>
        <translation>
            <numerusform>사진 {n}장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} videos</source>
        <translation>
            <numerusform>동영상 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that belong to a photo</source>
        <translation>
            <numerusform>사진에 딸린 파일 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} that could not be read</source>
        <translation>
            <numerusform>읽을 수 없었던 파일 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left out ({reasons})</source>
        <translation>
            <numerusform>제외 {n}개({reasons})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files</source>
        <translation>
            <numerusform>파일 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{files}: {parts}</source>
        <translation>{files}: {parts}</translation>
    </message>
    <message numerus="yes">
        <source>{n} kept by other programs</source>
        <translation>
            <numerusform>다른 프로그램의 파일 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} by your patterns</source>
        <translation>
            <numerusform>내 패턴에 맞는 파일 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} hidden</source>
        <translation>
            <numerusform>숨김 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} in folders marked .nomedia</source>
        <translation>
            <numerusform>.nomedia 폴더의 파일 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} links</source>
        <translation>
            <numerusform>링크 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} copies</source>
        <translation>
            <numerusform>사본 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not read yet</source>
        <translation>
            <numerusform>아직 읽지 않음 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} other files</source>
        <translation>
            <numerusform>다른 파일 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and start again.</source>
        <translation>메모리가 부족합니다. 다른 프로그램을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>Something went wrong ({error}). This is a bug.</source>
        <translation>문제가 생겼습니다({error}). 프로그램의 오류입니다.</translation>
    </message>
    <message>
        <source>{folder} cannot be deleted ({reason}); delete this folder yourself.</source>
        <translation>{folder} 폴더를 삭제할 수 없습니다({reason}). 이 폴더를 직접 삭제하세요.</translation>
    </message>
    <message>
        <source>the demonstration</source>
        <translation>체험판</translation>
    </message>
    <message>
        <source>Downloading {title}</source>
        <translation>{title} 다운로드 중</translation>
    </message>
    <message>
        <source>Checking {title}</source>
        <translation>{title} 확인 중</translation>
    </message>
    <message>
        <source>Looking at {title}</source>
        <translation>{title} 살펴보는 중</translation>
    </message>
    <message>
        <source>Looking for duplicates among {title}</source>
        <translation>중복 찾는 중: {title}</translation>
    </message>
    <message>
        <source>Comparing what looks alike among {title}</source>
        <translation>비슷한 사진 비교 중: {title}</translation>
    </message>
    <message numerus="yes">
        <source>{n} stacks of duplicates</source>
        <translation>
            <numerusform>중복 묶음 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Photos cannot be put into {folder} ({reason}); choose another folder.</source>
        <translation>{folder}에 사진을 넣을 수 없습니다({reason}). 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{folder} belongs to the folders of this library, where nothing is written; choose another one.</source>
        <translation>{folder}은(는) 이 라이브러리의 폴더라서 아무것도 쓰지 않습니다. 다른 폴더를 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing more can be written to {folder} ({reason}); {n} photos are there. Make room, then export again: it goes on where it stopped.</source>
        <translation>
            <numerusform>{folder}에 더 쓸 수 없습니다({reason}). 사진 {n}장이 들어 있습니다. 공간을 마련한 뒤 다시 내보내면 멈춘 곳부터 계속됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>{folder} is on another disk than the photos, where hard links cannot lead; copy them, or use symbolic links.</source>
        <translation>{folder}은(는) 사진과 다른 디스크에 있어 하드 링크를 만들 수 없습니다. 복사하거나 심볼릭 링크를 쓰세요.</translation>
    </message>
    <message>
        <source>The disk of {folder} does not allow such links; copy the photos.</source>
        <translation>{folder}의 디스크는 이런 링크를 지원하지 않습니다. 사진을 복사하세요.</translation>
    </message>
    <message>
        <source>The photo is not there now; scan its folder, then export again.</source>
        <translation>지금은 사진이 그 자리에 없습니다. 폴더를 다시 검색한 뒤 다시 내보내세요.</translation>
    </message>
    <message>
        <source>The photo could not be exported ({why}); export it again.</source>
        <translation>사진을 내보내지 못했습니다({why}). 다시 내보내세요.</translation>
    </message>
    <message>
        <source>Exporting photos of {title}</source>
        <translation>사진 내보내는 중: {title}</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos exported</source>
        <translation>
            <numerusform>사진 {n}장 내보냄</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} were there already</source>
        <translation>
            <numerusform>{n}장은 이미 있었음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be read</source>
        <translation>
            <numerusform>{n}장은 읽을 수 없었음</numerusform>
        </translation>
    </message>
    <message>
        <source>Group all faces anew</source>
        <translation>모든 얼굴을 다시 묶기</translation>
    </message>
    <message>
        <source>Sorting faces into people</source>
        <translation>얼굴을 인물별로 나누는 중</translation>
    </message>
    <message>
        <source>All groups would stay as they are</source>
        <translation>모든 그룹이 그대로 유지됩니다</translation>
    </message>
    <message>
        <source>All groups stay</source>
        <translation>모든 그룹 유지</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join</source>
        <translation>
            <numerusform>그룹 {n}개가 합쳐질 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be split</source>
        <translation>
            <numerusform>그룹 {n}개가 나뉠 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups would come up</source>
        <translation>
            <numerusform>새 그룹 {n}개가 생길 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces would move</source>
        <translation>
            <numerusform>얼굴 {n}개가 옮겨질 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names would be lost</source>
        <translation>
            <numerusform>이름 {n}개가 사라질 예정</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups joined others</source>
        <translation>
            <numerusform>그룹 {n}개가 다른 그룹과 합쳐짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups were split</source>
        <translation>
            <numerusform>그룹 {n}개가 나뉨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new groups came up</source>
        <translation>
            <numerusform>새 그룹 {n}개가 생김</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved</source>
        <translation>
            <numerusform>얼굴 {n}개가 옮겨짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names were lost</source>
        <translation>
            <numerusform>이름 {n}개가 사라짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces sorted into {people}</source>
        <translation>
            <numerusform>얼굴 {n}개를 나눔: {people}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} people</source>
        <translation>
            <numerusform>인물 {n}명</numerusform>
        </translation>
    </message>
    <message>
        <source>all faces</source>
        <translation>모든 얼굴</translation>
    </message>
    <message>
        <source>Reading names in {title}</source>
        <translation>{title}의 이름을 읽는 중</translation>
    </message>
    <message>
        <source>no names of other programs found</source>
        <translation>다른 프로그램의 이름을 찾지 못함</translation>
    </message>
    <message numerus="yes">
        <source>{n} names taken over</source>
        <translation>
            <numerusform>이름 {n}개를 가져옴</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} names of {people} in {photos}</source>
        <translation>
            <numerusform>{photos}에 {people}의 이름 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing more can be written to {folder} ({why}); {n} files are written. Make room, then write names again.</source>
        <translation>
            <numerusform>{folder}에 더 이상 쓸 수 없습니다({why}). 파일 {n}개를 썼습니다. 공간을 확보한 뒤 이름을 다시 쓰세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>The XMP file beside this photo is left as it is ({reason}).</source>
        <translation>이 사진 옆의 XMP 파일은 그대로 두었습니다({reason}).</translation>
    </message>
    <message>
        <source>Name this group first; then its name can be written.</source>
        <translation>먼저 이 그룹에 이름을 붙이세요. 그러면 이름을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The photo is not there now; scan its folder, then write names again.</source>
        <translation>지금은 사진이 그 자리에 없습니다. 폴더를 다시 검색한 뒤 이름을 다시 쓰세요.</translation>
    </message>
    <message>
        <source>The file beside this photo cannot be written ({why}); write names again.</source>
        <translation>이 사진 옆의 파일에 쓸 수 없습니다({why}). 이름을 다시 쓰세요.</translation>
    </message>
    <message>
        <source>Writing names of {title}</source>
        <translation>{title}의 이름을 쓰는 중</translation>
    </message>
    <message numerus="yes">
        <source>names written beside {n} photos</source>
        <translation>
            <numerusform>사진 {n}장 옆에 이름을 씀</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} could not be written</source>
        <translation>
            <numerusform>{n}개는 쓸 수 없었음</numerusform>
        </translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>모두</translation>
    </message>
    <message>
        <source>Searching {title}</source>
        <translation>{title} 찾는 중</translation>
    </message>
    <message>
        <source>No more faces found</source>
        <translation>더 찾은 얼굴이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} more faces found</source>
        <translation>
            <numerusform>얼굴 {n}개를 더 찾음</numerusform>
        </translation>
    </message>
    <message>
        <source>all photos</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>This file makes the picture decoder crash; it is left out until it changes.</source>
        <translation>이 파일은 사진 해독기를 멈추게 합니다. 파일이 바뀔 때까지 제외합니다.</translation>
    </message>
    <message>
        <source>{folder} is a file; name the folder it lies in.</source>
        <translation>{folder}(은)는 파일입니다. 파일이 있는 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>There is no folder {folder}; check its name.</source>
        <translation>{folder} 폴더가 없습니다. 이름을 확인하세요.</translation>
    </message>
    <message>
        <source>Looking for photos in {title}</source>
        <translation>{title}에서 사진을 찾는 중</translation>
    </message>
    <message>
        <source>Reading dates and places of {title}</source>
        <translation>{title}의 날짜와 장소를 읽는 중</translation>
    </message>
    <message>
        <source>Scanning {title}</source>
        <translation>{title} 스캔 중</translation>
    </message>
    <message>
        <source>Watching {title}</source>
        <translation>{title} 보는 중</translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read</source>
        <translation>
            <numerusform>파일 {n}개를 읽을 수 없었습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>No photos or videos were found</source>
        <translation>사진이나 동영상이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos scanned</source>
        <translation>
            <numerusform>사진 {n}장 스캔됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces found</source>
        <translation>
            <numerusform>얼굴 {n}개 찾음</numerusform>
        </translation>
    </message>
    <message>
        <source>{done}: {faces}</source>
        <translation>{done}: {faces}</translation>
    </message>
    <message numerus="yes">
        <source>{n} more of {name}</source>
        <translation>
            <numerusform>{name} {n}개 추가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more of others</source>
        <translation>
            <numerusform>다른 사람 {n}개 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>all folders</source>
        <translation>모든 폴더</translation>
    </message>
    <message numerus="yes">
        <source>{n} folders</source>
        <translation>
            <numerusform>폴더 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>This folder vanished during the scan; its photos are kept. Scan it again.</source>
        <translation>스캔하는 동안 이 폴더가 사라졌습니다. 사진은 유지됩니다. 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The analysis of this picture failed ({error}).</source>
        <translation>이 사진을 분석하지 못했습니다({error}).</translation>
    </message>
    <message>
        <source>This folder may not be opened; change its permissions and scan again.</source>
        <translation>이 폴더를 열 수 없습니다. 권한을 바꾸고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive, scan again.</source>
        <translation>이 폴더가 없습니다. 사진은 유지됩니다. 드라이브를 연결하고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This folder lies too deep: its path is longer than the system allows. Move it up, or shorten the names above it, and scan again.</source>
        <translation>이 폴더는 너무 깊이 있습니다. 경로가 시스템이 허용하는 것보다 깁니다. 위로 옮기거나 상위 폴더 이름을 줄이고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The drive or share of this folder does not answer ({reason}); its photos are kept. Connect it again and scan again.</source>
        <translation>이 폴더의 드라이브나 공유가 응답하지 않습니다({reason}). 사진은 유지됩니다. 다시 연결하고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The disk reports an error while this folder is listed; its photos are kept. Check the disk and scan again.</source>
        <translation>이 폴더의 목록을 읽는 동안 디스크 오류가 났습니다. 사진은 유지됩니다. 디스크를 확인하고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This folder cannot be read ({reason}); scan again.</source>
        <translation>이 폴더를 읽을 수 없습니다({reason}). 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This folder is not there; its photos are kept. Connect its drive and scan again.</source>
        <translation>이 폴더가 없습니다. 사진은 유지됩니다. 드라이브를 연결하고 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>This folder is empty now; its photos are kept. Connect its drive and scan again, or take the folder out of the library.</source>
        <translation>이 폴더는 지금 비어 있습니다. 사진은 유지됩니다. 드라이브를 연결하고 다시 스캔하거나 폴더를 라이브러리에서 빼세요.</translation>
    </message>
    <message>
        <source>{unseen} of {total} photos of this folder are not there; they stay shown. Connect the disc they lie on and scan again, or say that they were deleted (Folders page, or scan --deleted).</source>
        <translation>이 폴더의 사진 {total}장 중 {unseen}장이 없습니다. 사진은 계속 표시됩니다. 사진이 든 디스크를 연결하고 다시 스캔하거나, 삭제되었다고 알려 주세요(폴더 페이지 또는 scan --deleted).</translation>
    </message>
    <message>
        <source>This pattern is not understood: {error}. Patterns are written as in .gitignore: *.png, /scans, raw/, !keep.png.</source>
        <translation>이 패턴을 이해할 수 없습니다: {error}. 패턴은 .gitignore처럼 씁니다: *.png, /scans, raw/, !keep.png.</translation>
    </message>
    <message>
        <source>The folder you are in was deleted; go to another one, or give the full path.</source>
        <translation>현재 폴더가 삭제되었습니다. 다른 폴더로 옮기거나 전체 경로를 지정하세요.</translation>
    </message>
    <message>
        <source>The analysis of this video failed ({error}).</source>
        <translation>이 동영상을 분석하지 못했습니다({error}).</translation>
    </message>
    <message>
        <source>Learning which of {title} look alike</source>
        <translation>{title} 중 비슷한 것을 배우는 중</translation>
    </message>
    <message>
        <source>The time for finding groups of photos is up; the next search goes on</source>
        <translation>사진 묶음을 찾는 시간이 다 되었습니다. 다음 검색이 이어서 계속합니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups of photos</source>
        <translation>
            <numerusform>사진 묶음 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Watched</source>
        <translation>감시 중</translation>
    </message>
    <message>
        <source>Watched, and looked at every {minutes} minutes: parts tell of no changes</source>
        <translation>감시 중이며 {minutes}분마다 확인: 일부는 변경을 알리지 않음</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: on a network share</source>
        <translation>{minutes}분마다 확인: 네트워크 공유에 있음</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: it tells of no changes</source>
        <translation>{minutes}분마다 확인: 변경을 알리지 않음</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: too many folders to watch</source>
        <translation>{minutes}분마다 확인: 폴더가 너무 많아 감시할 수 없음</translation>
    </message>
    <message>
        <source>Looked at every {minutes} minutes: the system lets no more be watched</source>
        <translation>{minutes}분마다 확인: 시스템이 더 이상의 감시를 허용하지 않음</translation>
    </message>
    <message>
        <source>Looked at when the program starts</source>
        <translation>프로그램을 시작할 때 확인</translation>
    </message>
    <message>
        <source>The working process stopped unexpectedly ({name}). What it had stored is safe; start again to go on, and close other programs first if memory is short. Its last words are in {file}.</source>
        <translation>작업 프로세스가 예기치 않게 멈췄습니다({name}). 저장한 것은 안전합니다. 계속하려면 다시 시작하고, 메모리가 부족하면 먼저 다른 프로그램을 닫으세요. 마지막 기록은 {file}에 있습니다.</translation>
    </message>
    <message>
        <source>This group has no name to take away.</source>
        <translation>이 그룹에는 뺄 이름이 없습니다.</translation>
    </message>
    <message>
        <source>Take the name {person} away</source>
        <translation>{person} 이름 빼기</translation>
    </message>
    <message numerus="yes">
        <source>{name} is in {n} photos; only people without photos can be deleted.</source>
        <translation>
            <numerusform>{name}(은)는 사진 {n}장에 있습니다. 사진이 없는 인물만 삭제할 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This group</source>
        <translation>이 그룹</translation>
    </message>
    <message>
        <source>Delete {person}</source>
        <translation>{person} 삭제</translation>
    </message>
    <message>
        <source>Choose at least two people to merge.</source>
        <translation>합칠 인물을 두 명 이상 선택하세요.</translation>
    </message>
    <message>
        <source>These groups have different names ({names}); merge them into the one whose name shall stay.</source>
        <translation>이 그룹들은 이름이 서로 다릅니다({names}). 남길 이름의 그룹으로 합치세요.</translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} faces undecided</source>
        <translation>
            <numerusform>얼굴 {n}개를 모르는 사람으로 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>The cover has to be one of the person's own faces.</source>
        <translation>표지는 그 인물 자신의 얼굴이어야 합니다.</translation>
    </message>
    <message>
        <source>Choose the cover of {person}</source>
        <translation>{person} 표지 선택</translation>
    </message>
    <message>
        <source>Choose two people.</source>
        <translation>인물 두 명을 선택하세요.</translation>
    </message>
    <message>
        <source>{name} has no faces to keep apart.</source>
        <translation>{name}에게는 떼어 놓을 얼굴이 없습니다.</translation>
    </message>
    <message>
        <source>There is no folder {id} in this library.</source>
        <translation>이 라이브러리에는 폴더 {id}(이)가 없습니다.</translation>
    </message>
    <message>
        <source>Remove the folder {folder}</source>
        <translation>{folder} 폴더 제거</translation>
    </message>
    <message>
        <source>This step cannot be taken back: what the library remembers of it is damaged. Everything else is kept.</source>
        <translation>이 단계는 되돌릴 수 없습니다. 라이브러리가 기억하는 내용이 손상되었습니다. 나머지는 모두 유지됩니다.</translation>
    </message>
    <message>
        <source>Name this group first; then tell when the person was born.</source>
        <translation>먼저 이 그룹에 이름을 붙인 다음 태어난 때를 알려 주세요.</translation>
    </message>
    <message>
        <source>Tell when {person} was born</source>
        <translation>{person}(이)가 태어난 때 알려 주기</translation>
    </message>
    <message>
        <source>Name this group first; then write down what is to be remembered.</source>
        <translation>먼저 이 그룹에 이름을 붙인 다음 기억할 내용을 적으세요.</translation>
    </message>
    <message>
        <source>Write notes about {person}</source>
        <translation>{person} 메모 쓰기</translation>
    </message>
    <message>
        <source>These notes hold bytes that are no text; type them again.</source>
        <translation>이 메모에 글자가 아닌 바이트가 있습니다. 다시 입력하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Notes have at most {n} characters; write less.</source>
        <translation>
            <numerusform>메모는 최대 {n}자입니다. 더 짧게 쓰세요.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least one person.</source>
        <translation>인물을 한 명 이상 선택하세요.</translation>
    </message>
    <message>
        <source>a face</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>There is a box around this face already; resize that one.</source>
        <translation>이 얼굴에는 이미 상자가 있습니다. 그 상자의 크기를 바꾸세요.</translation>
    </message>
    <message>
        <source>Draw the box of a face</source>
        <translation>얼굴 상자 그리기</translation>
    </message>
    <message>
        <source>Move the box of {person}</source>
        <translation>{person}의 상자 옮기기</translation>
    </message>
    <message>
        <source>This face was found in the photo; say that it is not a face.</source>
        <translation>이 얼굴은 사진에서 찾은 것입니다. 얼굴이 아니라고 알려 주세요.</translation>
    </message>
    <message>
        <source>Delete the box of {person}</source>
        <translation>{person}의 상자 삭제</translation>
    </message>
    <message>
        <source>In a video faces are found, not drawn; say who they are where they are.</source>
        <translation>동영상에서는 얼굴을 그리지 않고 찾습니다. 얼굴이 있는 곳에서 누구인지 알려 주세요.</translation>
    </message>
    <message>
        <source>A box needs four numbers.</source>
        <translation>상자에는 숫자 네 개가 필요합니다.</translation>
    </message>
    <message>
        <source>This box is too small to hold a face; draw a larger one.</source>
        <translation>이 상자는 얼굴을 담기에 너무 작습니다. 더 크게 그리세요.</translation>
    </message>
    <message>
        <source>This name holds bytes that are no text; type it again.</source>
        <translation>이 이름에는 글자가 아닌 바이트가 있습니다. 다시 입력하세요.</translation>
    </message>
    <message>
        <source>A name needs at least one letter.</source>
        <translation>이름에는 글자가 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>A name has at most {most} characters; choose a shorter one.</source>
        <translation>이름은 {most}자까지 쓸 수 있습니다. 더 짧게 쓰세요.</translation>
    </message>
    <message>
        <source>Choose at least one face.</source>
        <translation>얼굴을 하나 이상 선택하세요.</translation>
    </message>
    <message>
        <source>a group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>another group</source>
        <translation>다른 그룹</translation>
    </message>
    <message>
        <source>Name {person}</source>
        <translation>{person} 이름 붙이기</translation>
    </message>
    <message>
        <source>Rename {person} to {name}</source>
        <translation>{person} 이름을 {name}(으)로 바꾸기</translation>
    </message>
    <message>
        <source>Merge {person} into {into}</source>
        <translation>{person}(을)를 {into}에 합치기</translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into one</source>
        <translation>
            <numerusform>그룹 {n}개를 하나로 합치기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merge {n} groups into {into}</source>
        <translation>
            <numerusform>그룹 {n}개를 {into}에 합치기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove {n} faces from {person}</source>
        <translation>
            <numerusform>{person}에서 얼굴 {n}개 빼기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to {person}</source>
        <translation>
            <numerusform>얼굴 {n}개를 {person}(으)로 옮기기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Confirm {n} faces of {person}</source>
        <translation>
            <numerusform>{person}의 얼굴 {n}개 확인</numerusform>
        </translation>
    </message>
    <message>
        <source>Split off {person}</source>
        <translation>{person} 떼어 내기</translation>
    </message>
    <message numerus="yes">
        <source>Split off {n} faces</source>
        <translation>
            <numerusform>얼굴 {n}개 떼어 내기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not a face</source>
        <translation>
            <numerusform>얼굴이 아닌 것 {n}개 버리기</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide {person}</source>
        <translation>{person} 숨기기</translation>
    </message>
    <message>
        <source>Show {person}</source>
        <translation>{person} 표시</translation>
    </message>
    <message numerus="yes">
        <source>Hide {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개 숨기기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep {person} and {other} apart</source>
        <translation>{person}(와)과 {other} 떼어 놓기</translation>
    </message>
    <message>
        <source>Make {person} a favourite</source>
        <translation>{person} 즐겨찾기 추가</translation>
    </message>
    <message>
        <source>Make {person} no favourite any more</source>
        <translation>{person} 즐겨찾기 해제</translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people a favourite</source>
        <translation>
            <numerusform>인물 {n}명 즐겨찾기 추가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make {n} people no favourite any more</source>
        <translation>
            <numerusform>인물 {n}명 즐겨찾기 해제</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n} faces as real</source>
        <translation>
            <numerusform>얼굴 {n}개를 진짜로 유지</numerusform>
        </translation>
    </message>
    <message>
        <source>Something cannot be a face and none.</source>
        <translation>얼굴이면서 얼굴이 아닐 수는 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} faces as not faces</source>
        <translation>
            <numerusform>얼굴이 아닌 것 {n}개 버리기</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep real faces</source>
        <translation>진짜 얼굴 유지</translation>
    </message>
    <message>
        <source>Nobody can be known and a stranger.</source>
        <translation>아는 사람이면서 낯선 사람일 수는 없습니다.</translation>
    </message>
    <message>
        <source>Choose at least one group.</source>
        <translation>그룹을 하나 이상 선택하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n} strangers</source>
        <translation>
            <numerusform>낯선 사람 {n}명 버리기</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep people who were strangers</source>
        <translation>낯선 사람이었던 인물 유지</translation>
    </message>
    <message>
        <source>Not sure whether two are one person</source>
        <translation>둘이 한 사람인지 확실하지 않음</translation>
    </message>
    <message>
        <source>Keep {person} together</source>
        <translation>{person} 한 사람으로 유지</translation>
    </message>
    <message numerus="yes">
        <source>Forget {n} faces of {person} not found any more</source>
        <translation>
            <numerusform>더 이상 찾을 수 없는 {person}의 얼굴 {n}개 잊기</numerusform>
        </translation>
    </message>
    <message>
        <source>Only faces that are not found any more can be forgotten.</source>
        <translation>더 이상 찾을 수 없는 얼굴만 잊을 수 있습니다.</translation>
    </message>
    <message>
        <source>Take {person} out of {other} again</source>
        <translation>{person}(을)를 {other}에서 다시 꺼내기</translation>
    </message>
    <message>
        <source>There is no merge {id} in this library.</source>
        <translation>이 라이브러리에는 합치기 {id}(이)가 없습니다.</translation>
    </message>
    <message>
        <source>The merge {id} was taken back already.</source>
        <translation>합치기 {id}(은)는 이미 되돌렸습니다.</translation>
    </message>
    <message>
        <source>The merge {id} is not one of {name}.</source>
        <translation>합치기 {id}(은)는 {name}의 것이 아닙니다.</translation>
    </message>
    <message numerus="yes">
        <source>Say that {n} photos are no duplicates</source>
        <translation>
            <numerusform>사진 {n}장을 중복이 아니라고 표시</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has said of these photos that they are no duplicates.</source>
        <translation>이 사진들을 중복이 아니라고 한 적이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Take back that {n} photos are no duplicates</source>
        <translation>
            <numerusform>사진 {n}장이 중복이 아니라는 말 되돌리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Name {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개에 이름 붙이기</numerusform>
        </translation>
    </message>
    <message>
        <source>You said otherwise of this face.</source>
        <translation>이 얼굴에 대해서는 다르게 알려 주셨습니다.</translation>
    </message>
    <message>
        <source>You said that this is no face.</source>
        <translation>이것은 얼굴이 아니라고 알려 주셨습니다.</translation>
    </message>
    <message>
        <source>This person is in the photo already, at another place.</source>
        <translation>이 인물은 이미 사진의 다른 곳에 있습니다.</translation>
    </message>
    <message>
        <source>The box is too small to hold a face.</source>
        <translation>상자가 얼굴을 담기에 너무 작습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Take over {n} names from other programs</source>
        <translation>
            <numerusform>다른 프로그램의 이름 {n}개 가져오기</numerusform>
        </translation>
    </message>
    <message>
        <source>This is no name that can be stored.</source>
        <translation>저장할 수 없는 이름입니다.</translation>
    </message>
    <message>
        <source>It lies on another picture: this one was cut or turned since.</source>
        <translation>다른 그림에 대한 것입니다. 이 사진은 그 뒤에 잘리거나 돌려졌습니다.</translation>
    </message>
    <message>
        <source>Two names are told of one face.</source>
        <translation>한 얼굴에 이름이 둘 적혀 있습니다.</translation>
    </message>
    <message>
        <source>This photo is not in the library.</source>
        <translation>이 사진은 라이브러리에 없습니다.</translation>
    </message>
    <message>
        <source>This file is no list of names; `names export` writes one.</source>
        <translation>이름 목록 파일이 아닙니다. `names export`로 만들 수 있습니다.</translation>
    </message>
    <message>
        <source>This entry is not understood.</source>
        <translation>이 항목을 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>There is no face {id} in this library.</source>
        <translation>이 라이브러리에는 얼굴 {id}(이)가 없습니다.</translation>
    </message>
    <message>
        <source>The stored faces of this library do not fit each other; scan its folders again.</source>
        <translation>이 라이브러리에 저장된 얼굴이 서로 맞지 않습니다. 폴더를 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>January</source>
        <translation>1월</translation>
    </message>
    <message>
        <source>February</source>
        <translation>2월</translation>
    </message>
    <message>
        <source>March</source>
        <translation>3월</translation>
    </message>
    <message>
        <source>April</source>
        <translation>4월</translation>
    </message>
    <message>
        <source>May</source>
        <translation>5월</translation>
    </message>
    <message>
        <source>June</source>
        <translation>6월</translation>
    </message>
    <message>
        <source>July</source>
        <translation>7월</translation>
    </message>
    <message>
        <source>August</source>
        <translation>8월</translation>
    </message>
    <message>
        <source>September</source>
        <translation>9월</translation>
    </message>
    <message>
        <source>October</source>
        <translation>10월</translation>
    </message>
    <message>
        <source>November</source>
        <translation>11월</translation>
    </message>
    <message>
        <source>December</source>
        <translation>12월</translation>
    </message>
    <message>
        <source>“{text}” is no date; write a year, a month or a day: 2003, 2003-07, 2003-07-14.</source>
        <translation>“{text}”(은)는 날짜가 아닙니다. 연, 월 또는 일을 쓰세요: 2003, 2003-07, 2003-07-14.</translation>
    </message>
    <message>
        <source>{last} lies before {first}; write the earlier date first.</source>
        <translation>{last}(이)가 {first}보다 앞입니다. 이른 날짜를 먼저 쓰세요.</translation>
    </message>
    <message>
        <source>Look for at most {most} people and words at once.</source>
        <translation>인물과 낱말은 한 번에 {most}개까지 찾을 수 있습니다.</translation>
    </message>
    <message>
        <source>The search needs a name.</source>
        <translation>검색에는 이름이 필요합니다.</translation>
    </message>
    <message>
        <source>This name is too long; use at most {most} letters.</source>
        <translation>이름이 너무 깁니다. {most}자까지 쓰세요.</translation>
    </message>
    <message>
        <source>There is a search called “{name}” already; choose another name.</source>
        <translation>“{name}” 검색이 이미 있습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Photos {told}</source>
        <translation>{told} 사진</translation>
    </message>
    <message>
        <source>with {people} and nobody else</source>
        <translation>{people}만 있는</translation>
    </message>
    <message>
        <source>with {people}</source>
        <translation>{people}(이)가 있는</translation>
    </message>
    <message>
        <source>with {words}</source>
        <translation>{words}(이)가 들어 있는</translation>
    </message>
    <message>
        <source>without {people}</source>
        <translation>{people}(이)가 없는</translation>
    </message>
    <message>
        <source>without a date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>taken with “{camera}”</source>
        <translation>“{camera}”(으)로 찍은</translation>
    </message>
    <message>
        <source>taken in “{place}”</source>
        <translation>“{place}”에서 찍은</translation>
    </message>
    <message>
        <source>in the folder {folder}</source>
        <translation>{folder} 폴더의</translation>
    </message>
    <message>
        <source>in “{folder}”</source>
        <translation>“{folder}” 안의</translation>
    </message>
    <message numerus="yes">
        <source>{name} ({n} people)</source>
        <translation>
            <numerusform>{name}({n}명)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} more</source>
        <translation>
            <numerusform>{n}개 더</numerusform>
        </translation>
    </message>
    <message>
        <source>“{word}”</source>
        <translation>“{word}”</translation>
    </message>
    <message>
        <source>{others} and {last}</source>
        <translation>{others} 및 {last}</translation>
    </message>
    <message>
        <source>{others} or {last}</source>
        <translation>{others} 또는 {last}</translation>
    </message>
    <message>
        <source>of {day}</source>
        <translation>{day}의</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>{day}까지의</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>{day}부터의</translation>
    </message>
    <message>
        <source>from {first} to {last}</source>
        <translation>{first}부터 {last}까지의</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{year}년 {month}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{year}년 {month} {day}일</translation>
    </message>
    <message numerus="yes">
        <source>with {n} or more faces</source>
        <translation>
            <numerusform>얼굴이 {n}개 이상인</numerusform>
        </translation>
    </message>
    <message>
        <source>with nobody in them</source>
        <translation>아무도 없는</translation>
    </message>
    <message numerus="yes">
        <source>with {n} faces</source>
        <translation>
            <numerusform>얼굴이 {n}개인</numerusform>
        </translation>
    </message>
    <message>
        <source>with {least} to {most} faces</source>
        <translation>얼굴이 {least}~{most}개인</translation>
    </message>
    <message>
        <source>Take over what another library holds</source>
        <translation>다른 라이브러리에 있는 것을 받아들임</translation>
    </message>
    <message>
        <source>Restore what the journal holds</source>
        <translation>저널에 있는 것을 복원</translation>
    </message>
    <message>
        <source>Another photoorg is scanning or grouping this library; wait until it has finished.</source>
        <translation>다른 photoorg가 이 라이브러리를 스캔하거나 묶고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>Another photoorg is looking for photos that look alike in this library; wait until it has finished.</source>
        <translation>다른 photoorg가 이 라이브러리에서 비슷한 사진을 찾고 있습니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>photoorg is already open with this library; use that window.</source>
        <translation>photoorg가 이 라이브러리로 이미 열려 있습니다. 그 창을 쓰세요.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written; check the permissions of the file and of its folder, or choose another file with --library.</source>
        <translation>라이브러리 {path}에 쓸 수 없습니다. 파일과 폴더의 권한을 확인하거나 --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be made ({reason}); choose another file with --library.</source>
        <translation>{folder} 폴더를 만들 수 없습니다({reason}). --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>“{text}” is no date; write 2003-07-14 10:11, 2003-07-14, 2003-07 or 2003.</source>
        <translation>“{text}”(은)는 날짜가 아닙니다. 2003-07-14 10:11, 2003-07-14, 2003-07 또는 2003처럼 쓰세요.</translation>
    </message>
    <message>
        <source>None of these photos tells its date so exactly that it could be put right by that.</source>
        <translation>이 사진들 가운데 그렇게 바로잡을 만큼 날짜가 정확히 알려진 사진이 없습니다.</translation>
    </message>
    <message>
        <source>No photo can have been taken then; move its date by less.</source>
        <translation>그때 찍은 사진은 있을 수 없습니다. 날짜를 더 적게 옮기세요.</translation>
    </message>
    <message>
        <source>Choose at least one photo.</source>
        <translation>사진을 한 장 이상 선택하세요.</translation>
    </message>
    <message numerus="yes">
        <source>Tell when {n} photos were taken</source>
        <translation>
            <numerusform>사진 {n}장을 찍은 때 알려 주기</numerusform>
        </translation>
    </message>
    <message>
        <source>Tell when {photo} was taken</source>
        <translation>{photo}(을)를 찍은 때 알려 주기</translation>
    </message>
    <message>
        <source>There is no person {id} in this library.</source>
        <translation>이 라이브러리에는 인물 {id}(이)가 없습니다.</translation>
    </message>
    <message>
        <source>There is no photo {id} in this library.</source>
        <translation>이 라이브러리에는 사진 {id}(이)가 없습니다.</translation>
    </message>
    <message>
        <source>“{text}” is no date; write 2019-07-14, 2019-07 or 2019.</source>
        <translation>“{text}”(은)는 날짜가 아닙니다. 2019-07-14, 2019-07 또는 2019처럼 쓰세요.</translation>
    </message>
    <message>
        <source>Another group is called {name} already; put them together instead.</source>
        <translation>다른 묶음의 이름이 이미 {name}입니다. 대신 두 묶음을 합치세요.</translation>
    </message>
    <message>
        <source>Name the group of photos {name}</source>
        <translation>사진 묶음의 이름을 {name}(으)로 정하기</translation>
    </message>
    <message>
        <source>Rename the group of photos {name} to {new}</source>
        <translation>사진 묶음 {name}의 이름을 {new}(으)로 바꾸기</translation>
    </message>
    <message>
        <source>Take the name {name} away</source>
        <translation>이름 {name} 없애기</translation>
    </message>
    <message numerus="yes">
        <source>Put {n} photos into {name}</source>
        <translation>
            <numerusform>사진 {n}장을 {name}에 넣기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make a group of {n} photos</source>
        <translation>
            <numerusform>사진 {n}장으로 묶음 만들기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take {n} photos out of their groups</source>
        <translation>
            <numerusform>사진 {n}장을 묶음에서 빼기</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose at least two groups.</source>
        <translation>묶음을 두 개 이상 고르세요.</translation>
    </message>
    <message numerus="yes">
        <source>Put {n} groups of photos into {name}</source>
        <translation>
            <numerusform>사진 묶음 {n}개를 {name}에 합치기</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no group {id}.</source>
        <translation>{id}번 묶음이 없습니다.</translation>
    </message>
    <message>
        <source>The folder {folder} lies on a drive that refuses locks, as some network shares do: a library could be damaged there. Keep it, with the files beside it whose names begin alike, on a disk of this computer; the usual place is {place}, and --library names another.</source>
        <translation>{folder} 폴더는 일부 네트워크 공유처럼 잠금을 거부하는 드라이브에 있습니다. 그곳에서는 라이브러리가 손상될 수 있습니다. 라이브러리를, 이름이 같게 시작하는 옆의 파일들과 함께, 이 컴퓨터의 디스크에 두십시오. 보통의 위치는 {place}이며, --library로 다른 파일을 지정할 수 있습니다.</translation>
    </message>
    <message>
        <source>Another program reads {name}, so what is to be erased is still beside it; close the windows of photoorg and do it again.</source>
        <translation>다른 프로그램이 {name}(을)를 읽고 있어 지울 내용이 아직 옆에 남아 있습니다. photoorg 창을 닫고 다시 하세요.</translation>
    </message>
    <message>
        <source>The lock file {file} cannot be opened ({reason}); if another user of this machine left it (or sudo did), delete it once nobody uses the library.</source>
        <translation>잠금 파일 {file}(을)를 열 수 없습니다({reason}). 이 컴퓨터의 다른 사용자(또는 sudo)가 남긴 것이면 아무도 라이브러리를 쓰지 않을 때 삭제하세요.</translation>
    </message>
    <message>
        <source>{path} is a folder; name a library file in it with --library.</source>
        <translation>{path}(은)는 폴더입니다. --library로 그 안의 라이브러리 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>{path} is no file but a device or pipe; choose another file with --library.</source>
        <translation>{path}(은)는 파일이 아니라 장치나 파이프입니다. --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>권한이 없습니다</translation>
    </message>
    <message>
        <source>The library {path} is empty and cannot be written; choose another file with --library.</source>
        <translation>라이브러리 {path}(은)는 비어 있고 쓸 수 없습니다. --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>{path} is a link to a file that is not there; choose another file with --library.</source>
        <translation>{path}(은)는 없는 파일을 가리키는 링크입니다. --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no library at {path}; scan a folder first.</source>
        <translation>{path}에 라이브러리가 없습니다. 먼저 폴더를 스캔하세요.</translation>
    </message>
    <message>
        <source>The last changes of the library {path} lie in {name}-wal, which can only be read where files can be written; copy both files to another folder, or choose another file with --library.</source>
        <translation>라이브러리 {path}의 마지막 변경은 {name}-wal에 있으며 파일을 쓸 수 있는 곳에서만 읽을 수 있습니다. 두 파일을 다른 폴더로 복사하거나 --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The library {path} is empty now</source>
        <translation>라이브러리 {path}(이)가 지금 비어 있습니다</translation>
    </message>
    <message>
        <source>The library {path} is not there any more</source>
        <translation>라이브러리 {path}(이)가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>{what}; `photoorg restore` brings back what is kept in {files}. To begin anew instead, move that away first.</source>
        <translation>{what}. `photoorg restore`로 {files}에 보관된 것을 되살릴 수 있습니다. 새로 시작하려면 먼저 그것을 옮기세요.</translation>
    </message>
    <message>
        <source>{what}, and nothing to restore it from lies in {folder}; put a copy of your own in its place. To begin anew instead, move {files} away first.</source>
        <translation>{what}. {folder}에는 되살릴 것이 없습니다. 직접 만든 사본을 그 자리에 두세요. 새로 시작하려면 먼저 {files}(을)를 옮기세요.</translation>
    </message>
    <message>
        <source>The library {path} cannot be opened ({reason}); check its permissions, or choose another file with --library.</source>
        <translation>라이브러리 {path}(을)를 열 수 없습니다({reason}). 권한을 확인하거나 --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The library {path} cannot be written: the disk is full or failing. Free some space and start again; nothing already stored is lost.</source>
        <translation>라이브러리 {path}에 쓸 수 없습니다. 디스크가 가득 찼거나 고장입니다. 공간을 비우고 다시 시작하세요. 이미 저장된 것은 잃지 않습니다.</translation>
    </message>
    <message>
        <source>The library {path} or a file beside it cannot be opened; check the permissions of the folder and of all files whose names begin with {name}, or choose another file with --library.</source>
        <translation>라이브러리 {path} 또는 그 옆의 파일을 열 수 없습니다. 폴더와 {name}(으)로 시작하는 모든 파일의 권한을 확인하거나 --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The library {path} is too large for this disk; move it to another.</source>
        <translation>라이브러리 {path}(은)는 이 디스크에 너무 큽니다. 다른 디스크로 옮기세요.</translation>
    </message>
    <message>
        <source>A part of the library {path} is too large to be read.</source>
        <translation>라이브러리 {path}의 일부가 너무 커서 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>There is not enough memory for the library; close other programs and start again.</source>
        <translation>라이브러리를 위한 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The library {path} is damaged, and no copy of it lies in {folder}; put one of your own backups in its place, or choose another file with --library.</source>
        <translation>라이브러리 {path}(이)가 손상되었고 {folder}에 사본이 없습니다. 내 백업을 그 자리에 두거나 --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The library {path} is damaged; `photoorg restore` brings it back from what is kept in {files}.</source>
        <translation>라이브러리 {path}(이)가 손상되었습니다. `photoorg restore`로 {files}에 보관된 것에서 되살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Another program is writing to the library {path}; try again in a moment.</source>
        <translation>다른 프로그램이 라이브러리 {path}에 쓰고 있습니다. 잠시 뒤에 다시 하세요.</translation>
    </message>
    <message>
        <source>{path} is not a photoorg library and stays as it is; choose another file with --library.</source>
        <translation>{path}(은)는 photoorg 라이브러리가 아니므로 그대로 둡니다. --library로 다른 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The library {library} cannot be written, because {file} belongs to somebody else; close every photoorg, then give yourself that file (chown).</source>
        <translation>{file}의 소유자가 달라 라이브러리 {library}에 쓸 수 없습니다. 모든 photoorg를 닫고 그 파일의 소유자를 바꾸세요(chown).</translation>
    </message>
    <message>
        <source>The library {path} has to be updated, and nothing can be written there; copy it to another place.</source>
        <translation>라이브러리 {path}을(를) 업데이트해야 하지만 그곳에는 쓸 수 없습니다. 다른 곳으로 복사하세요.</translation>
    </message>
    <message>
        <source>The library {path} has to be updated, and the disk has no room for the copy that is made first; free some space and start again.</source>
        <translation>라이브러리 {path}을(를) 업데이트해야 하지만 먼저 만들 사본을 위한 공간이 디스크에 없습니다. 공간을 확보한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The picture claims {width} x {height} pixels and is larger than the {limit} megapixels the program opens; save a smaller copy.</source>
        <translation>사진 크기가 {width} x {height} 픽셀이라고 되어 있어 프로그램이 여는 {limit}메가픽셀보다 큽니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>The picture claims {width} x {height} pixels and is longer than any the program opens; save a smaller copy.</source>
        <translation>사진 크기가 {width} x {height} 픽셀이라고 되어 있어 프로그램이 열 수 있는 길이를 넘습니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>Opening this picture takes {needed} GB of memory, more than the program allows for one ({limit} GB); save a smaller copy.</source>
        <translation>이 사진을 여는 데 메모리 {needed} GB가 필요하여 사진 한 장의 한도({limit} GB)를 넘습니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>The picture is larger than the {limit} megapixels the program opens; save a smaller copy.</source>
        <translation>사진이 프로그램이 여는 {limit}메가픽셀보다 큽니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>The file is cut off; copy it again from the camera or a backup.</source>
        <translation>파일이 잘려 있습니다. 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The picture in this file is damaged; copy it again from the camera or a backup.</source>
        <translation>이 파일의 사진이 손상되었습니다. 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The file is empty; copy it again from the camera or a backup.</source>
        <translation>파일이 비어 있습니다. 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The file holds nothing but zeros, as after a failed copy; copy it again from the camera or a backup.</source>
        <translation>복사에 실패했을 때처럼 파일에 0만 있습니다. 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The file is gone; it was moved or deleted, so scan its folder again.</source>
        <translation>파일이 없습니다. 옮겨졌거나 삭제되었으니 폴더를 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The program is not allowed to read this file; change its permissions.</source>
        <translation>프로그램이 이 파일을 읽을 수 없습니다. 권한을 바꾸세요.</translation>
    </message>
    <message>
        <source>This link leads back to itself; remove it.</source>
        <translation>이 링크는 자기 자신으로 돌아옵니다. 제거하세요.</translation>
    </message>
    <message>
        <source>There was not enough memory to open this picture; close other programs and scan again, or save a smaller copy.</source>
        <translation>이 사진을 열 메모리가 부족했습니다. 다른 프로그램을 닫고 다시 스캔하거나 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>This picture takes too long to open, so it is left out until it changes; save it anew in another program.</source>
        <translation>이 사진은 여는 데 너무 오래 걸려 바뀔 때까지 제외합니다. 다른 프로그램에서 새로 저장하세요.</translation>
    </message>
    <message>
        <source>This is not an ordinary file; move it out of the photo folder.</source>
        <translation>일반 파일이 아닙니다. 사진 폴더에서 옮기세요.</translation>
    </message>
    <message>
        <source>This is not a picture in any format the program reads; open it in another program and save it as JPEG, or remove it.</source>
        <translation>프로그램이 읽는 형식의 사진이 아닙니다. 다른 프로그램에서 열어 JPEG로 저장하거나 제거하세요.</translation>
    </message>
    <message>
        <source>This is a RAR archive</source>
        <translation>RAR 압축 파일입니다</translation>
    </message>
    <message>
        <source>This is a 7-Zip archive</source>
        <translation>7-Zip 압축 파일입니다</translation>
    </message>
    <message>
        <source>This is a compressed archive</source>
        <translation>압축 파일입니다</translation>
    </message>
    <message>
        <source>This is a Photoshop picture</source>
        <translation>Photoshop 사진입니다</translation>
    </message>
    <message>
        <source>This is a JPEG 2000 picture</source>
        <translation>JPEG 2000 사진입니다</translation>
    </message>
    <message>
        <source>This is an icon</source>
        <translation>아이콘입니다</translation>
    </message>
    <message>
        <source>This is a GIMP picture</source>
        <translation>GIMP 사진입니다</translation>
    </message>
    <message>
        <source>This is a raw camera picture</source>
        <translation>카메라 원본(RAW) 사진입니다</translation>
    </message>
    <message>
        <source>This is a video</source>
        <translation>동영상입니다</translation>
    </message>
    <message>
        <source>This is an office document, perhaps locked with a password</source>
        <translation>암호로 잠겼을 수 있는 오피스 문서입니다</translation>
    </message>
    <message>
        <source>This is an encrypted file</source>
        <translation>암호화된 파일입니다</translation>
    </message>
    <message>
        <source>This is a program</source>
        <translation>프로그램입니다</translation>
    </message>
    <message>
        <source>The file is {size} GB large, more than any photo the program opens; save a smaller copy.</source>
        <translation>파일이 {size}GB로, 프로그램이 여는 어떤 사진보다 큽니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>The path of this file is longer than the system allows; move the file up, or shorten the names above it.</source>
        <translation>파일의 경로가 시스템이 허용하는 것보다 깁니다. 파일을 위로 옮기거나 상위 폴더 이름을 줄이세요.</translation>
    </message>
    <message>
        <source>The disk reports an error while reading. The next scan tries again; if that does not help, copy the file again from a backup.</source>
        <translation>읽는 동안 디스크 오류가 났습니다. 다음 스캔에서 다시 시도합니다. 그래도 안 되면 백업에서 파일을 다시 복사하세요.</translation>
    </message>
    <message>
        <source>The drive or share does not answer ({reason}); the next scan tries again.</source>
        <translation>드라이브나 공유가 응답하지 않습니다({reason}). 다음 스캔에서 다시 시도합니다.</translation>
    </message>
    <message>
        <source>The computer could not open the file just now ({reason}); scan again.</source>
        <translation>컴퓨터가 방금 파일을 열지 못했습니다({reason}). 다시 스캔하세요.</translation>
    </message>
    <message>
        <source>The file cannot be read ({reason}); check the disk it lies on.</source>
        <translation>파일을 읽을 수 없습니다({reason}). 파일이 있는 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>This is a web page; download the picture itself.</source>
        <translation>웹 페이지입니다. 사진 자체를 다운로드하세요.</translation>
    </message>
    <message>
        <source>{kind}, which the program does not read; save it as JPEG, or remove it.</source>
        <translation>{kind}. 프로그램이 읽지 않는 형식이니 JPEG로 저장하거나 제거하세요.</translation>
    </message>
    <message>
        <source>This is an archive locked with a password</source>
        <translation>암호로 잠긴 압축 파일입니다</translation>
    </message>
    <message>
        <source>This is a ZIP archive or office document</source>
        <translation>ZIP 압축 파일이나 오피스 문서입니다</translation>
    </message>
    <message>
        <source>This is a PDF document with a password</source>
        <translation>암호가 걸린 PDF 문서입니다</translation>
    </message>
    <message>
        <source>This is a PDF document</source>
        <translation>PDF 문서입니다</translation>
    </message>
    <message>
        <source>This is a drawing (SVG)</source>
        <translation>그림(SVG)입니다</translation>
    </message>
    <message>
        <source>There are no moving pictures in this file, only sound or data; open it in another program, or move it out of the photo folder.</source>
        <translation>이 파일에는 움직이는 영상이 없고 소리나 데이터만 있습니다. 다른 프로그램에서 열거나 사진 폴더 밖으로 옮기세요.</translation>
    </message>
    <message>
        <source>The video in this file is damaged; copy it again from the camera or a backup.</source>
        <translation>이 파일의 동영상이 손상되었습니다. 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>This video was being written while it was read; the next scan reads it again.</source>
        <translation>이 동영상은 읽는 동안 기록되고 있었습니다. 다음 스캔 때 다시 읽습니다.</translation>
    </message>
    <message>
        <source>There was not enough memory to open this video; close other programs and scan again, or save a smaller copy.</source>
        <translation>이 동영상을 열 메모리가 부족했습니다. 다른 프로그램을 닫고 다시 스캔하거나 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>This is not a video in any format the program reads; open it in another program and save it as MP4, or remove it.</source>
        <translation>프로그램이 읽는 형식의 동영상이 아닙니다. 다른 프로그램에서 열어 MP4로 저장하거나 삭제하세요.</translation>
    </message>
    <message>
        <source>This video is coded in a way the program does not read ({coding}); save it as MP4 (H.264) in another program.</source>
        <translation>이 동영상은 프로그램이 읽지 못하는 방식으로 인코딩되었습니다({coding}). 다른 프로그램에서 MP4(H.264)로 저장하세요.</translation>
    </message>
    <message>
        <source>The video claims {width} x {height} pixels, more than the program opens; save a smaller copy.</source>
        <translation>동영상의 크기가 {width} x {height}픽셀로, 프로그램이 여는 것보다 큽니다. 더 작은 사본을 저장하세요.</translation>
    </message>
    <message>
        <source>The video ends after {there} although {announced} are announced; what is there is shown. Copy it again from the camera or a backup if the rest is missing.</source>
        <translation>동영상 길이가 {announced}(으)로 표시되어 있지만 {there}에서 끝납니다. 있는 부분만 표시됩니다. 나머지가 없다면 카메라나 백업에서 다시 복사하세요.</translation>
    </message>
    <message>
        <source>it holds nothing that names can be put into</source>
        <translation>이름을 넣을 곳이 없습니다</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>it is no sound XML</source>
        <translation>올바른 XML이 아닙니다</translation>
    </message>
    <message>
        <source>its regions belong to another picture</source>
        <translation>영역이 다른 사진의 것입니다</translation>
    </message>
    <message>
        <source>it is no ordinary file</source>
        <translation>일반 파일이 아닙니다</translation>
    </message>
    <message>
        <source>it is far larger than sidecars are</source>
        <translation>이런 파일치고는 너무 큽니다</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>비어 있습니다</translation>
    </message>
    <message>
        <source>The face detector that belongs to the program cannot be used ({error}); install the program again.</source>
        <translation>프로그램에 딸린 얼굴 검출기를 쓸 수 없습니다({error}). 프로그램을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>its digest differs</source>
        <translation>다이제스트가 다릅니다</translation>
    </message>
    <message>
        <source>The download of {name} cannot be used and was removed: {error}</source>
        <translation>다운로드한 {name}(을)를 쓸 수 없어 제거했습니다: {error}</translation>
    </message>
    <message>
        <source>{file} cannot be used: {error}</source>
        <translation>{file}(을)를 쓸 수 없습니다: {error}</translation>
    </message>
    <message>
        <source>Accept the terms of {name} before downloading it.</source>
        <translation>다운로드하기 전에 {name}의 약관에 동의하세요.</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>폴더입니다</translation>
    </message>
    <message>
        <source>{file} cannot be read ({reason}).</source>
        <translation>{file}(을)를 읽을 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>{given} instead of {size} bytes</source>
        <translation>{size}바이트가 아니라 {given}바이트</translation>
    </message>
    <message>
        <source>{file} is not the file of {title} ({reason}); download {name} from {url} again.</source>
        <translation>{file}(은)는 {title}의 파일이 아닙니다({reason}). {url}에서 {name}(을)를 다시 다운로드하세요.</translation>
    </message>
    <message>
        <source>The disk with {folder} has {free} MB free, but {needed} MB are needed; free some space and try again.</source>
        <translation>{folder}(이)가 있는 디스크에 {free}MB가 남았지만 {needed}MB가 필요합니다. 공간을 비우고 다시 하세요.</translation>
    </message>
    <message>
        <source>The disk with {folder} is full; free some space and try again. What has been fetched is kept.</source>
        <translation>{folder}(이)가 있는 디스크가 가득 찼습니다. 공간을 비우고 다시 시도하세요. 받은 부분은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>{folder} cannot be written ({reason}); check its permissions.</source>
        <translation>{folder}에 쓸 수 없습니다({reason}). 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>No face models are installed yet; download them or choose a folder that holds them (--models DIR).</source>
        <translation>아직 얼굴 모델이 없습니다. 다운로드하거나 모델이 있는 폴더를 선택하세요(--models DIR).</translation>
    </message>
    <message>
        <source>{subject} does not exist; choose the folder of a model pack.</source>
        <translation>{subject}(이)가 없습니다. 모델 팩 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{subject} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation>{subject}에 얼굴 모델(ONNX 파일)이 없습니다. 모델 팩 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{file} is not the file that {manifest} describes (its SHA-256 differs); delete the model pack and install it again.</source>
        <translation>{file}(은)는 {manifest}(이)가 설명하는 파일이 아닙니다(SHA-256이 다름). 모델 팩을 삭제하고 다시 설치하세요.</translation>
    </message>
    <message>
        <source>The model pack in {folder} holds no {missing}; choose or download a complete pack.</source>
        <translation>{folder}의 모델 팩에 {missing}(이)가 없습니다. 온전한 팩을 선택하거나 다운로드하세요.</translation>
    </message>
    <message>
        <source>it lists no tasks</source>
        <translation>작업 목록이 없습니다</translation>
    </message>
    <message>
        <source>{file} is no face detector with landmarks; install the pack again.</source>
        <translation>{file}(은)는 특징점을 찾는 얼굴 검출기가 아닙니다. 팩을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{file} is no face recogniser; install the pack again.</source>
        <translation>{file}(은)는 얼굴 인식기가 아닙니다. 팩을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>a digest is no SHA-256</source>
        <translation>다이제스트가 SHA-256이 아닙니다</translation>
    </message>
    <message>
        <source>it promises embeddings of {dimension} numbers, but {file} gives {given}</source>
        <translation>숫자 {dimension}개의 임베딩이라고 하지만 {file}(은)는 {given}개를 냅니다</translation>
    </message>
    <message>
        <source>it names no file for {task}</source>
        <translation>{task} 파일이 지정되지 않았습니다</translation>
    </message>
    <message>
        <source>{name} lies outside the pack</source>
        <translation>{name}(이)가 팩 바깥에 있습니다</translation>
    </message>
    <message>
        <source>{file} is missing; install the model pack again.</source>
        <translation>{file}(이)가 없습니다. 모델 팩을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{file} is damaged ({error}); delete the model pack and install it again.</source>
        <translation>{file}(이)가 손상되었습니다({error}). 모델 팩을 삭제하고 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{file} cannot be used: {reason}; install the model pack again.</source>
        <translation>{file}(을)를 쓸 수 없습니다: {reason}. 모델 팩을 다시 설치하세요.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); check its permissions.</source>
        <translation>{path}(을)를 읽을 수 없습니다({reason}). 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>non-commercial research only</source>
        <translation>비상업적 연구에만</translation>
    </message>
    <message>
        <source>The most accurate one, and the best with children. Scanning takes longer than with the program's own models.</source>
        <translation>가장 정확하고 아이 얼굴에도 가장 좋습니다. 프로그램에 딸린 모델보다 스캔이 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Free for any use. Accurate with adults, less so with children. Scanning takes long: each face is about twice as much work as with buffalo_l.</source>
        <translation>어떤 용도로든 자유롭게 쓸 수 있습니다. 어른은 정확하고 아이는 덜 정확합니다. 스캔이 오래 걸립니다. 얼굴마다 buffalo_l의 두 배쯤 계산합니다.</translation>
    </message>
    <message>
        <source>Accurate with adults; how it does with children is not known. Takes as long as AuraFace. Published as free in the ONNX Model Zoo, but its makers allow research only.</source>
        <translation>어른은 정확하지만 아이에 대해서는 알려진 것이 없습니다. AuraFace만큼 오래 걸립니다. ONNX Model Zoo에는 자유로운 것으로 공개되었지만 만든 이들은 연구만 허용합니다.</translation>
    </message>
    <message>
        <source>Apache-2.0 (in doubt)</source>
        <translation>Apache-2.0(확실하지 않음)</translation>
    </message>
    <message>
        <source>no network inside</source>
        <translation>안에 네트워크가 없습니다</translation>
    </message>
    <message>
        <source>an input or output is described at absurd length</source>
        <translation>입력이나 출력의 설명이 터무니없이 깁니다</translation>
    </message>
    <message>
        <source>the file is cut off</source>
        <translation>파일이 잘려 있습니다</translation>
    </message>
    <message>
        <source>this is no ONNX file</source>
        <translation>ONNX 파일이 아닙니다</translation>
    </message>
    <message>
        <source>published by InsightFace</source>
        <translation>InsightFace 발표</translation>
    </message>
    <message>
        <source>terms not stated</source>
        <translation>약관이 적혀 있지 않음</translation>
    </message>
    <message>
        <source>told by its makers</source>
        <translation>만든 이들의 발표</translation>
    </message>
    <message>
        <source>{folder} holds no face models (ONNX files); choose the folder of a model pack.</source>
        <translation>{folder}에 얼굴 모델(ONNX 파일)이 없습니다. 모델 팩 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>measured by its makers</source>
        <translation>만든 이가 측정함</translation>
    </message>
    <message>
        <source>The download of {name} was interrupted ({error}); check the internet connection and try again. What has been fetched is kept.</source>
        <translation>{name} 다운로드가 중단되었습니다({error}). 인터넷 연결을 확인하고 다시 하세요. 받은 부분은 유지됩니다.</translation>
    </message>
    <message>
        <source>more than {size} bytes</source>
        <translation>{size}바이트보다 많음</translation>
    </message>
    <message>
        <source>the server ended the connection</source>
        <translation>서버가 연결을 끊었습니다</translation>
    </message>
    <message>
        <source>The server does not hand out {url} ({code} {reason}); try again later or choose a folder with a model pack.</source>
        <translation>서버가 {url}(을)를 주지 않습니다({code} {reason}). 나중에 다시 하거나 모델 팩 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>the server answered {code}</source>
        <translation>서버 응답 {code}</translation>
    </message>
    <message>
        <source>The server cannot prove that it is the right one; check this computer's date and network, then try again.</source>
        <translation>서버가 올바른 서버임을 증명하지 못합니다. 이 컴퓨터의 날짜와 네트워크를 확인하고 다시 하세요.</translation>
    </message>
    <message>
        <source>the server sent another part ({said}) than it was asked for</source>
        <translation>서버가 요청한 것과 다른 부분을 보냈습니다({said})</translation>
    </message>
    <message>
        <source>The server sent something else than {name} ({reason}); perhaps the network asks for a login first, so open a web page and then try again.</source>
        <translation>서버가 {name}(이)가 아닌 것을 보냈습니다({reason}). 네트워크가 먼저 로그인을 요구할 수 있으니 웹 페이지를 연 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>the archive is damaged ({error}); try again.</source>
        <translation>압축 파일이 손상되었습니다({error}). 다시 하세요.</translation>
    </message>
    <message>
        <source>the archive holds two files of one name; try again.</source>
        <translation>압축 파일에 같은 이름의 파일이 둘 있습니다. 다시 하세요.</translation>
    </message>
    <message>
        <source>the archive would grow beyond measure; it is not a model pack.</source>
        <translation>압축 파일이 한없이 커집니다. 모델 팩이 아닙니다.</translation>
    </message>
    <message>
        <source>the archive holds a link or device ({name}).</source>
        <translation>압축 파일에 링크나 장치가 있습니다({name}).</translation>
    </message>
    <message>
        <source>the archive is locked with a password.</source>
        <translation>압축 파일이 암호로 잠겨 있습니다.</translation>
    </message>
    <message>
        <source>the archive wants to write outside its folder ({name}).</source>
        <translation>압축 파일이 폴더 바깥에 쓰려고 합니다({name}).</translation>
    </message>
    <message>
        <source>This has changed since it was asked; look at the questions again.</source>
        <translation>질문한 뒤에 바뀌었습니다. 질문을 다시 살펴보세요.</translation>
    </message>
    <message>
        <source>There is no question {id} any more; `photoorg review` lists them.</source>
        <translation>질문 {id}(이)가 더 이상 없습니다. `photoorg review`로 목록을 볼 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Answer {n} questions</source>
        <translation>
            <numerusform>질문 {n}개에 답하기</numerusform>
        </translation>
    </message>
    <message>
        <source>“{answer}” names nobody here; leave the name away.</source>
        <translation>여기서 “{answer}”에는 이름이 쓰이지 않습니다. 이름을 빼 주세요.</translation>
    </message>
    <message>
        <source>“{answer}” is about all of these faces; name no faces.</source>
        <translation>“{answer}”은(는) 이 얼굴 모두에 대한 대답입니다. 얼굴을 지정하지 마세요.</translation>
    </message>
    <message>
        <source>Name some of the faces that the question is about.</source>
        <translation>질문에 나온 얼굴 가운데 몇 개를 지정하세요.</translation>
    </message>
    <message>
        <source>The question is about {name}; if this is {other}, answer: no --person {other}</source>
        <translation>질문은 {name}에 대한 것입니다. {other}(이)라면 이렇게 대답하세요: no --person {other}</translation>
    </message>
    <message>
        <source>Nothing is known of what lies between the groups yet; group all faces anew, by the choice of smaller or larger groups in Settings or by `photoorg group`.</source>
        <translation>그룹 사이에 무엇이 있는지 아직 알 수 없습니다. 설정에서 더 작은 그룹이나 더 큰 그룹을 고르거나 `photoorg group`으로 모든 얼굴을 다시 묶으세요.</translation>
    </message>
    <message>
        <source>Make larger groups</source>
        <translation>그룹을 더 크게 만들기</translation>
    </message>
    <message>
        <source>Make smaller groups</source>
        <translation>그룹을 더 작게 만들기</translation>
    </message>
    <message>
        <source>Join groups to {person}</source>
        <translation>그룹을 {person}에 더하기</translation>
    </message>
    <message>
        <source>Pull faces out of {person}</source>
        <translation>{person}에서 얼굴 꺼내기</translation>
    </message>
    <message>
        <source>Give a number from -{most} to {most}.</source>
        <translation>-{most}에서 {most} 사이의 수를 입력하세요.</translation>
    </message>
    <message>
        <source>photoorg cannot open</source>
        <translation>photoorg가 열 수 없는 것</translation>
    </message>
    <message>
        <source>Something went wrong that should not have</source>
        <translation>생기지 말아야 할 문제가 생겼습니다</translation>
    </message>
    <message>
        <source>Nothing that was stored is lost. Please report it with the details below.</source>
        <translation>저장된 것은 잃지 않았습니다. 아래의 자세한 내용과 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Name of {name}</source>
        <translation>{name}의 이름</translation>
    </message>
    <message>
        <source>Name of this person</source>
        <translation>이 인물의 이름</translation>
    </message>
    <message>
        <source>Add name</source>
        <translation>이름 추가</translation>
    </message>
    <message>
        <source>not saved yet</source>
        <translation>아직 저장되지 않음</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Birth</source>
        <translation>출생</translation>
    </message>
    <message>
        <source>When was {name} born? Write 2019-07-14, 2019-07 or 2019; nothing, if you do not know.</source>
        <translation>{name}(은)는 언제 태어났나요? 2019-07-14, 2019-07 또는 2019처럼 쓰고, 모르면 비워 두세요.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>They were taken at this date</source>
        <translation>이 날짜에 찍었습니다</translation>
    </message>
    <message>
        <source>The clock was slow: they were taken later</source>
        <translation>시계가 느렸습니다: 더 나중에 찍었습니다</translation>
    </message>
    <message>
        <source>The clock was fast: they were taken earlier</source>
        <translation>시계가 빨랐습니다: 더 먼저 찍었습니다</translation>
    </message>
    <message>
        <source>As their files tell</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>It was taken at this date</source>
        <translation>이 날짜에 찍었습니다</translation>
    </message>
    <message>
        <source>The clock was slow: it was taken later</source>
        <translation>시계가 느렸습니다: 더 나중에 찍었습니다</translation>
    </message>
    <message>
        <source>The clock was fast: it was taken earlier</source>
        <translation>시계가 빨랐습니다: 더 먼저 찍었습니다</translation>
    </message>
    <message>
        <source>As its file tells</source>
        <translation>파일에 적힌 대로</translation>
    </message>
    <message>
        <source>What is wrong with the date</source>
        <translation>날짜의 잘못된 점</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>2003-07-14 10:11, 2003-07-14, 2003-07 or 2003</source>
        <translation>2003-07-14 10:11, 2003-07-14, 2003-07 또는 2003</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>일</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>분</translation>
    </message>
    <message>
        <source>Change the date</source>
        <translation>날짜 바꾸기</translation>
    </message>
    <message>
        <source>Their dates are not known so exactly.</source>
        <translation>날짜가 그만큼 정확히 알려져 있지 않습니다.</translation>
    </message>
    <message>
        <source>{before} becomes {then}</source>
        <translation>{before} → {then}</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos stay: their dates are not known so exactly.</source>
        <translation>
            <numerusform>사진 {n}장은 그대로입니다: 날짜가 그만큼 정확히 알려져 있지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>패턴</translation>
    </message>
    <message>
        <source>One pattern a line, as in .gitignore: *.png leaves out files, /scans a folder here, raw/ every folder of that name, !a.png keeps one. What is left out is not shown from the next scan on; its names are remembered.</source>
        <translation>.gitignore처럼 한 줄에 패턴 하나씩 씁니다. *.png는 파일을, /scans는 이곳의 폴더를, raw/는 그 이름의 모든 폴더를 제외하고, !a.png는 하나를 남깁니다. 제외한 것은 다음 스캔부터 보이지 않으며 이름은 기억합니다.</translation>
    </message>
    <message>
        <source>Leave out of {folder}</source>
        <translation>{folder}에서 제외</translation>
    </message>
    <message>
        <source>Save and scan</source>
        <translation>저장하고 스캔</translation>
    </message>
    <message>
        <source>Name of the search</source>
        <translation>검색 이름</translation>
    </message>
    <message>
        <source>Download face models</source>
        <translation>얼굴 모델 다운로드</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>a selection</source>
        <translation>선택한 것</translation>
    </message>
    <message>
        <source>Export photos</source>
        <translation>사진 내보내기</translation>
    </message>
    <message numerus="yes">
        <source>Export {n} photos</source>
        <translation>
            <numerusform>사진 {n}장 내보내기</numerusform>
        </translation>
    </message>
    <message>
        <source>Export photos of {people}</source>
        <translation>{people} 사진 내보내기</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>고르기…</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>복사본</translation>
    </message>
    <message>
        <source>Hard links (on the same disk)</source>
        <translation>하드 링크(같은 디스크)</translation>
    </message>
    <message>
        <source>Symbolic links</source>
        <translation>심볼릭 링크</translation>
    </message>
    <message>
        <source>As they are called</source>
        <translation>원래 이름대로</translation>
    </message>
    <message>
        <source>By date and time</source>
        <translation>날짜와 시간으로</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Into the folder</source>
        <translation>넣을 폴더</translation>
    </message>
    <message>
        <source>As</source>
        <translation>방식</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>파일 이름</translation>
    </message>
    <message>
        <source>No file in the folder is ever replaced, and what is there already is not put there twice. Your photos stay where they are.</source>
        <translation>폴더의 파일은 절대 바꾸지 않으며, 이미 있는 사진은 다시 넣지 않습니다. 원본 사진은 제자리에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>누군가</translation>
    </message>
    <message numerus="yes">
        <source>{n} others</source>
        <translation>
            <numerusform>그 외 {n}명</numerusform>
        </translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>Photos with nobody else</source>
        <translation>다른 사람이 없는 사진</translation>
    </message>
    <message>
        <source>Photos with any of them</source>
        <translation>이 중 누구라도 있는 사진</translation>
    </message>
    <message>
        <source>Photos with all of them</source>
        <translation>모두 함께 있는 사진</translation>
    </message>
    <message>
        <source>Photos with nobody but them</source>
        <translation>이 사람들만 있는 사진</translation>
    </message>
    <message>
        <source>Names from other programs</source>
        <translation>다른 프로그램의 이름</translation>
    </message>
    <message>
        <source>Of these only names are told, not their faces. Who is it?</source>
        <translation>이름만 있고 얼굴은 적혀 있지 않습니다. 누구인가요?</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>가져오기</translation>
    </message>
    <message>
        <source>Names without a place</source>
        <translation>자리가 없는 이름</translation>
    </message>
    <message numerus="yes">
        <source>{n} are on faces that were found.</source>
        <translation>
            <numerusform>{n}개는 찾은 얼굴에 있습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} get boxes where no face was found.</source>
        <translation>
            <numerusform>{n}개는 얼굴을 찾지 못한 곳에 상자가 됩니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} are known already.</source>
        <translation>
            <numerusform>{n}개는 이미 알고 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you said yourself stays, and Undo takes this back.</source>
        <translation>직접 알려 준 것은 그대로이며 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{name}, in {common} of {n} photos</source>
        <translation>
            <numerusform>{name}, 사진 {n}장 중 {common}장</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking at what lies between the groups…</source>
        <translation>그룹 사이를 살펴보는 중…</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>바뀌게 될 것</translation>
    </message>
    <message>
        <source>Take none</source>
        <translation>모두 해제</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Take all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Nothing is ticked.</source>
        <translation>선택한 것이 없습니다.</translation>
    </message>
    <message>
        <source>Everything stays as it is.</source>
        <translation>모두 그대로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces</source>
        <translation>
            <numerusform>얼굴 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join: {faces}.</source>
        <translation>
            <numerusform>그룹 {n}개가 합쳐질 예정: {faces}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} parts would leave: {faces}.</source>
        <translation>
            <numerusform>부분 {n}개가 떨어질 예정: {faces}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would join others: {faces}. No name is touched.</source>
        <translation>
            <numerusform>그룹 {n}개가 다른 그룹과 합쳐질 예정: {faces}. 이름은 바뀌지 않습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} groups would be divided: {faces} would leave. No name is touched.</source>
        <translation>
            <numerusform>그룹 {n}개가 나뉠 예정: {faces}(이)가 떨어집니다. 이름은 바뀌지 않습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Larger or smaller groups</source>
        <translation>더 크거나 작은 그룹</translation>
    </message>
    <message>
        <source>A larger or smaller group</source>
        <translation>더 크거나 작은 그룹</translation>
    </message>
    <message>
        <source>More or less of {person}</source>
        <translation>{person} 늘리기 또는 줄이기</translation>
    </message>
    <message>
        <source>Only groups without a name change, and nothing that you have said.</source>
        <translation>이름 없는 그룹만 바뀌며, 내가 알려 준 것은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Towards “Larger”, groups that look most alike join; towards “Smaller”, the parts that look least alike leave. It stands for good, and can be undone.</source>
        <translation>“더 크게” 쪽으로 가면 가장 닮은 그룹이 합쳐지고 “더 작게” 쪽으로 가면 가장 닮지 않은 부분이 떨어집니다. 계속 유지되며 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Fewer, larger groups</source>
        <translation>더 적고 큰 그룹</translation>
    </message>
    <message>
        <source>As they are</source>
        <translation>지금 그대로</translation>
    </message>
    <message>
        <source>More, smaller groups</source>
        <translation>더 많고 작은 그룹</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>지금 그대로</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Same person?</source>
        <translation>같은 사람인가요?</translation>
    </message>
    <message numerus="yes">
        <source>Merge with {name} ({n} faces)?</source>
        <translation>
            <numerusform>{name}(얼굴 {n}개)에 합칠까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>There is already a person called {name}.</source>
        <translation>{name}(이)라는 인물이 이미 있습니다.</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Keep both</source>
        <translation>둘 다 유지</translation>
    </message>
    <message>
        <source>Two people called {name}</source>
        <translation>{name}(이)라는 두 인물</translation>
    </message>
    <message>
        <source>Merged into {name}</source>
        <translation>{name}에 합쳐짐</translation>
    </message>
    <message>
        <source>Merged into this group</source>
        <translation>이 그룹에 합쳐짐</translation>
    </message>
    <message>
        <source>Whoever you take back stands alone again, with the name and the faces from before.</source>
        <translation>되돌린 인물은 이전의 이름과 얼굴로 다시 따로 있게 됩니다.</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Merge people</source>
        <translation>인물 합치기</translation>
    </message>
    <message>
        <source>Which name stays?</source>
        <translation>어떤 이름을 남길까요?</translation>
    </message>
    <message>
        <source>Notes about {person}</source>
        <translation>{person}에 대한 메모</translation>
    </message>
    <message>
        <source>Found again by the search of people and of photos</source>
        <translation>인물 검색과 사진 검색에서 찾을 수 있습니다</translation>
    </message>
    <message>
        <source>Kept when this is closed.</source>
        <translation>닫으면 저장됩니다.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Name of the person</source>
        <translation>인물의 이름</translation>
    </message>
    <message>
        <source>People</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>New person “{name}”</source>
        <translation>새 인물 “{name}”</translation>
    </message>
    <message>
        <source>{path}: the library. Names and answers, and for each photo its path, date and faces, with the numbers that tell faces apart.</source>
        <translation>{path}: 라이브러리. 이름과 답, 사진마다 경로, 날짜, 얼굴과 얼굴을 구별하는 숫자.</translation>
    </message>
    <message>
        <source>{path}: small pictures of photos and faces.</source>
        <translation>{path}: 사진과 얼굴의 작은 그림.</translation>
    </message>
    <message>
        <source>{path}: all that you said, to be said again in another library.</source>
        <translation>{path}: 알려 준 모든 것. 다른 라이브러리에서 다시 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>{path}: copies of the library of the last days and weeks.</source>
        <translation>{path}: 지난 며칠과 몇 주의 라이브러리 사본.</translation>
    </message>
    <message>
        <source>{path}: what makes grouping and questions quick, a copy before an update or in place of which another came, locks.</source>
        <translation>{path}: 묶기와 질문을 빠르게 하는 것, 업데이트 전 사본이나 바뀐 라이브러리, 잠금.</translation>
    </message>
    <message>
        <source>{path}: downloaded face models, the demonstration, the size of the window, and what picture decoders complain about.</source>
        <translation>{path}: 다운로드한 얼굴 모델, 체험판, 창의 크기, 사진 해독기의 불평.</translation>
    </message>
    <message>
        <source>{path}: what you chose in the settings.</source>
        <translation>{path}: 설정에서 선택한 것.</translation>
    </message>
    <message>
        <source>Only when you ask: XMP files beside photos with the names of people, and exports and copies at the places that you name. Nothing else among your photos is ever written, renamed or removed.</source>
        <translation>요청할 때만: 인물의 이름을 담은 사진 옆의 XMP 파일, 지정한 곳의 내보내기와 사본. 사진 사이의 다른 어떤 것도 쓰거나 이름을 바꾸거나 지우지 않습니다.</translation>
    </message>
    <message>
        <source>Over the network: only the download of a pack of face models, after you have seen its terms and the address.</source>
        <translation>네트워크: 약관과 주소를 본 뒤의 얼굴 모델 팩 다운로드뿐입니다.</translation>
    </message>
    <message>
        <source>Group all faces anew?</source>
        <translation>모든 얼굴을 다시 묶을까요?</translation>
    </message>
    <message>
        <source>{changes}. Everybody you named keeps the name and the faces you gave. It is one step, which Undo takes back.</source>
        <translation>{changes}. 이름을 붙인 사람은 모두 이름과 내가 정한 얼굴을 유지합니다. 한 단계이므로 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Group anew</source>
        <translation>다시 묶기</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Remove “{name}” from the library?</source>
        <translation>라이브러리에서 “{name}”(을)를 제거할까요?</translation>
    </message>
    <message>
        <source>{photos} and {faces} disappear from this window. Your files stay where they are, untouched. Names are remembered: add the folder again and everybody is back.</source>
        <translation>{photos}, {faces}(이)가 이 창에서 사라집니다. 파일은 그 자리에 그대로 있습니다. 이름은 기억하므로 폴더를 다시 추가하면 모두 돌아옵니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove folder</source>
        <translation>폴더 제거</translation>
    </message>
    <message>
        <source>Same as the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Processor (works everywhere)</source>
        <translation>프로세서(어디서나 작동)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 그래픽 카드(CUDA)</translation>
    </message>
    <message>
        <source>Apple chip (Core ML)</source>
        <translation>Apple 칩(Core ML)</translation>
    </message>
    <message>
        <source>Graphics card (DirectML)</source>
        <translation>그래픽 카드(DirectML)</translation>
    </message>
    <message>
        <source>Finer</source>
        <translation>더 잘게</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>표준</translation>
    </message>
    <message>
        <source>Coarser</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Methods of the literature and of other programs, to compare with.</source>
        <translation>비교를 위한 문헌과 다른 프로그램의 방법입니다.</translation>
    </message>
    <message>
        <source>This version does not know the method that is set; choose another one.</source>
        <translation>이 버전은 설정된 방법을 알지 못합니다. 다른 방법을 선택하세요.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Look of the window</source>
        <translation>창의 모양</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size}%</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>글자 크기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Computing device</source>
        <translation>계산 장치</translation>
    </message>
    <message>
        <source>A graphics card finds faces faster, if its software is installed.</source>
        <translation>소프트웨어가 설치되어 있으면 그래픽 카드가 얼굴을 더 빨리 찾습니다.</translation>
    </message>
    <message>
        <source>Look for new photos by itself</source>
        <translation>새 사진을 스스로 찾기</translation>
    </message>
    <message>
        <source>Folders are watched while the window is open; those on a network share are looked at now and then.</source>
        <translation>창이 열려 있는 동안 폴더를 감시합니다. 네트워크 공유에 있는 폴더는 가끔 확인합니다.</translation>
    </message>
    <message>
        <source>Look for duplicates and groups of photos by itself</source>
        <translation>중복과 사진 그룹을 스스로 찾기</translation>
    </message>
    <message>
        <source>After a scan, while nothing else is to be done; no photo is moved or deleted.</source>
        <translation>스캔한 뒤 다른 할 일이 없을 때 찾으며, 사진을 옮기거나 지우지 않습니다.</translation>
    </message>
    <message>
        <source>Scan gently</source>
        <translation>다른 프로그램에 양보하며 스캔</translation>
    </message>
    <message>
        <source>Other programs go first and keep half of the computer; a scan takes about twice as long. On battery it is always so.</source>
        <translation>다른 프로그램이 먼저 실행되고 컴퓨터의 절반을 사용합니다. 스캔은 두 배쯤 오래 걸립니다. 배터리를 쓸 때는 항상 이렇게 합니다.</translation>
    </message>
    <message>
        <source>Face models</source>
        <translation>얼굴 모델</translation>
    </message>
    <message>
        <source>Size of groups</source>
        <translation>그룹 크기</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>How faces become people. You see what would change before anything does, and names and answers you gave are always kept.</source>
        <translation>얼굴이 인물이 되는 방식입니다. 바뀌기 전에 무엇이 바뀔지 볼 수 있으며, 내가 정한 이름과 답은 항상 유지됩니다.</translation>
    </message>
    <message>
        <source>Looking what would change …</source>
        <translation>무엇이 바뀔지 살펴보는 중…</translation>
    </message>
    <message>
        <source>Other methods</source>
        <translation>다른 방법</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Other method</source>
        <translation>다른 방법</translation>
    </message>
    <message>
        <source>Looking for a place to cut…</source>
        <translation>나눌 곳을 찾는 중…</translation>
    </message>
    <message>
        <source>Perhaps so? Click the faces that are on the wrong side.</source>
        <translation>이렇게 나눌까요? 잘못된 쪽에 있는 얼굴을 클릭하세요.</translation>
    </message>
    <message>
        <source>Click the faces that are somebody else.</source>
        <translation>다른 사람인 얼굴을 클릭하세요.</translation>
    </message>
    <message>
        <source>One person or two?</source>
        <translation>한 사람인가요, 두 사람인가요?</translation>
    </message>
    <message>
        <source>Who is this?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>다른 사람</translation>
    </message>
    <message numerus="yes">
        <source>Split {n} faces off</source>
        <translation>
            <numerusform>얼굴 {n}개 떼어 내기</numerusform>
        </translation>
    </message>
    <message>
        <source>Split</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>표 (*.csv)</translation>
    </message>
    <message>
        <source>Lists for programs (*.json)</source>
        <translation>프로그램용 목록 (*.json)</translation>
    </message>
    <message>
        <source>Export the list of duplicates</source>
        <translation>중복 목록 내보내기</translation>
    </message>
    <message>
        <source>{file} cannot be written ({reason}).</source>
        <translation>{file}에 쓸 수 없습니다({reason}).</translation>
    </message>
    <message numerus="yes">
        <source>{n} stacks are listed in {file}</source>
        <translation>
            <numerusform>{file}에 묶음 {n}개를 적었습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고</translation>
    </message>
    <message>
        <source>The best</source>
        <translation>가장 좋은 사진</translation>
    </message>
    <message>
        <source>Nothing is moved or deleted here.</source>
        <translation>여기서는 아무것도 옮기거나 삭제하지 않습니다.</translation>
    </message>
    <message>
        <source>Photos of the stack</source>
        <translation>묶음의 사진</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>변형</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>연속 촬영</translation>
    </message>
    <message>
        <source>No duplicates</source>
        <translation>중복 아님</translation>
    </message>
    <message numerus="yes">
        <source>{n} versions</source>
        <translation>
            <numerusform>변형 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Burst of {n}</source>
        <translation>
            <numerusform>연속 촬영 {n}장</numerusform>
        </translation>
    </message>
    <message>
        <source>You said that these are no duplicates.</source>
        <translation>이 사진들은 중복이 아니라고 하셨습니다.</translation>
    </message>
    <message>
        <source>These files hold the very same video.</source>
        <translation>이 파일들에는 똑같은 동영상이 들어 있습니다.</translation>
    </message>
    <message>
        <source>These files hold the very same picture.</source>
        <translation>이 파일들에는 똑같은 사진이 들어 있습니다.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the largest.</source>
        <translation>{photo}이(가) 가장 좋습니다. 크기가 가장 큽니다.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the least compressed.</source>
        <translation>{photo}이(가) 가장 좋습니다. 압축이 가장 적습니다.</translation>
    </message>
    <message>
        <source>{photo} is the best: fewer eyes are closed in it.</source>
        <translation>{photo}이(가) 가장 좋습니다. 감은 눈이 더 적습니다.</translation>
    </message>
    <message>
        <source>{photo} is the best: its faces are larger, sharper or turned more to the camera.</source>
        <translation>{photo}이(가) 가장 좋습니다. 얼굴이 더 크거나 선명하거나 카메라를 더 바라봅니다.</translation>
    </message>
    <message>
        <source>{photo} is the best: it is the sharpest.</source>
        <translation>{photo}이(가) 가장 좋습니다. 가장 선명합니다.</translation>
    </message>
    <message>
        <source>Nothing tells the first two apart; {photo} stands first.</source>
        <translation>처음 두 장은 차이가 없습니다. {photo}이(가) 맨 앞에 있습니다.</translation>
    </message>
    <message>
        <source>cannot be reached</source>
        <translation>접근할 수 없음</translation>
    </message>
    <message numerus="yes">
        <source>{groups} groups join: {n} faces</source>
        <translation>
            <numerusform>그룹 {groups}개가 합쳐짐: 얼굴 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A group of {n} faces joins</source>
        <translation>
            <numerusform>얼굴 {n}개의 그룹이 합쳐짐</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave; they were there when you named this person, or you put them there</source>
        <translation>
            <numerusform>얼굴 {n}개가 나갑니다. 이 사람의 이름을 지을 때 있었거나 직접 넣은 얼굴입니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces leave</source>
        <translation>
            <numerusform>얼굴 {n}개가 떨어짐</numerusform>
        </translation>
    </message>
    <message>
        <source>added by photoorg</source>
        <translation>photoorg가 더함</translation>
    </message>
    <message>
        <source>in photos that were edited since</source>
        <translation>그 뒤에 편집된 사진에 있음</translation>
    </message>
    <message>
        <source>No date</source>
        <translation>날짜 없음</translation>
    </message>
    <message numerus="yes">
        <source>{n} years old</source>
        <translation>
            <numerusform>{n}세</numerusform>
        </translation>
    </message>
    <message>
        <source>{first} to {last} years old</source>
        <translation>{first}~{last}세</translation>
    </message>
    <message>
        <source>Is this {name}?</source>
        <translation>{name}인가요?</translation>
    </message>
    <message>
        <source>Not found any more</source>
        <translation>더 이상 찾을 수 없음</translation>
    </message>
    <message>
        <source>Face {place} of {all} not found any more</source>
        <translation>{all}개 중 {place}번째 얼굴, 더 이상 찾을 수 없음</translation>
    </message>
    <message>
        <source>Face {place} of {all}</source>
        <translation>{all}개 중 {place}번째 얼굴</translation>
    </message>
    <message>
        <source>perhaps {name}</source>
        <translation>아마 {name}</translation>
    </message>
    <message>
        <source>cover</source>
        <translation>표지</translation>
    </message>
    <message>
        <source>Click to select all of them</source>
        <translation>클릭하면 모두 선택됩니다</translation>
    </message>
    <message>
        <source>Not there just now: connect the drive, then scan again</source>
        <translation>지금은 없음: 드라이브를 연결하고 다시 스캔하세요</translation>
    </message>
    <message numerus="yes">
        <source>{missing} of {n} photos are not there</source>
        <translation>
            <numerusform>사진 {n}장 중 {missing}장이 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not there just now</source>
        <translation>
            <numerusform>지금 없는 것 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} files left out</source>
        <translation>
            <numerusform>제외한 파일 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>The beginning</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>실행 취소됨</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>A group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>You said so</source>
        <translation>직접 알려 준 날짜</translation>
    </message>
    <message>
        <source>When the picture became a file, as the file says</source>
        <translation>파일에 적힌, 사진이 파일이 된 때</translation>
    </message>
    <message>
        <source>When the picture was last changed, as the file says</source>
        <translation>파일에 적힌, 사진이 마지막으로 바뀐 때</translation>
    </message>
    <message>
        <source>From the file beside it</source>
        <translation>옆에 있는 파일에서</translation>
    </message>
    <message>
        <source>From the satellites that told where it was taken</source>
        <translation>찍은 곳을 알려 준 위성에서</translation>
    </message>
    <message>
        <source>From Google, in the file beside it</source>
        <translation>옆에 있는 파일의 Google 정보에서</translation>
    </message>
    <message>
        <source>From the name of the file</source>
        <translation>파일 이름에서</translation>
    </message>
    <message>
        <source>Not named yet</source>
        <translation>아직 이름 없음</translation>
    </message>
    <message numerus="yes">
        <source>{n} to check</source>
        <translation>
            <numerusform>확인할 것 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Named</source>
        <translation>이름 있음</translation>
    </message>
    <message>
        <source>Seen once</source>
        <translation>한 번 나옴</translation>
    </message>
    <message>
        <source>Perhaps not faces</source>
        <translation>얼굴이 아닐 수 있음</translation>
    </message>
    <message>
        <source>Strangers</source>
        <translation>낯선 사람</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Choose somebody and type a name</source>
        <translation>누군가를 선택하고 이름을 입력하세요</translation>
    </message>
    <message>
        <source>Sort out</source>
        <translation>골라내기</translation>
    </message>
    <message>
        <source>Photo {name}</source>
        <translation>사진 {name}</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <extracomment>How a month is written, in Qt's letters: MMMM is the month, MMM its first letters</extracomment>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>MMMM yyyy</source>
        <translation>yyyy년 M월</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>날짜 없음</translation>
    </message>
    <message>
        <source>d MMMM yyyy, HH:mm</source>
        <extracomment>How a moment is written, in Qt's letters: HH is the hour, mm the minute</extracomment>
        <translation>yyyy년 M월 d일 HH:mm</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <extracomment>How a day is written, in Qt's letters: d is the day, MMMM the month, yyyy the year</extracomment>
        <translation>yyyy년 M월 d일</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{count}개 중 {place}번째</translation>
    </message>
    <message>
        <source>Yesterday {time}</source>
        <translation>어제 {time}</translation>
    </message>
    <message>
        <source>Today {time}</source>
        <translation>오늘 {time}</translation>
    </message>
    <message>
        <source>I accept these terms</source>
        <translation>이 약관에 동의합니다</translation>
    </message>
    <message>
        <source>Download of {title}</source>
        <translation>{title} 다운로드</translation>
    </message>
    <message>
        <source>Use a downloaded file…</source>
        <translation>다운로드한 파일 사용…</translation>
    </message>
    <message>
        <source>The file {name}, fetched in another way</source>
        <translation>다른 방법으로 받은 {name} 파일</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>연결 중…</translation>
    </message>
    <message>
        <source>Checking the file…</source>
        <translation>파일 확인 중…</translation>
    </message>
    <message>
        <source>Choose the file {name}</source>
        <translation>{name} 파일 선택</translation>
    </message>
    <message>
        <source>{done} of {all}</source>
        <translation>{all} 중 {done}</translation>
    </message>
    <message>
        <source>{size} a second</source>
        <translation>초당 {size}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
    <message>
        <source>Installed in {folder}</source>
        <translation>{folder}에 설치됨</translation>
    </message>
    <message>
        <source>Stopped. Nothing was installed.</source>
        <translation>중지했습니다. 아무것도 설치하지 않았습니다.</translation>
    </message>
    <message>
        <source>Stopped. What was fetched is kept: the download goes on from there.</source>
        <translation>멈췄습니다. 받은 부분은 유지되며 그곳부터 이어서 받습니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Download {title} ({size})</source>
        <translation>{title} 다운로드({size})</translation>
    </message>
    <message>
        <source>Terms</source>
        <translation>약관</translation>
    </message>
    <message>
        <source>With other models every photo is looked at again, in the background. Names and answers you gave are kept.</source>
        <translation>다른 모델을 쓰면 모든 사진을 백그라운드에서 다시 살펴봅니다. 내가 정한 이름과 답은 유지됩니다.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>More accurate ones</source>
        <translation>더 정확한 모델</translation>
    </message>
    <message>
        <source>Choose the folder of a model pack</source>
        <translation>모델 팩 폴더 선택</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Use this one</source>
        <translation>이것 사용</translation>
    </message>
    <message>
        <source>Use {name}</source>
        <translation>{name} 사용</translation>
    </message>
    <message>
        <source>Download…</source>
        <translation>다운로드…</translation>
    </message>
    <message>
        <source>Download {title}</source>
        <translation>{title} 다운로드</translation>
    </message>
    <message>
        <source>{share} % of pairs told right</source>
        <translation>쌍의 {share}%를 맞힘</translation>
    </message>
    <message>
        <source>{time} ms a face</source>
        <translation>얼굴당 {time}ms</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Show two of them beside each other (C)</source>
        <translation>두 장을 나란히 보기 (C)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Not duplicates</source>
        <translation>중복 아님</translation>
    </message>
    <message>
        <source>Export list…</source>
        <translation>목록 내보내기…</translation>
    </message>
    <message>
        <source>Look for duplicates</source>
        <translation>중복 찾기</translation>
    </message>
    <message>
        <source>Look at photos that are new since the last time</source>
        <translation>지난번 이후 새로 생긴 사진 살펴보기</translation>
    </message>
    <message>
        <source>Stacks of duplicates</source>
        <translation>중복 묶음</translation>
    </message>
    <message>
        <source>Kind of duplicates</source>
        <translation>중복 종류</translation>
    </message>
    <message>
        <source>No duplicates found</source>
        <translation>중복을 찾지 못함</translation>
    </message>
    <message>
        <source>Copies, versions and bursts of photos are found here, with the best of them proposed. Nothing is moved or deleted.</source>
        <translation>사본, 변형, 연속 촬영한 사진이 여기에 나타나고 그중 가장 좋은 사진을 제안합니다. 아무것도 옮기거나 삭제하지 않습니다.</translation>
    </message>
    <message>
        <source>There are none of this kind.</source>
        <translation>이 종류는 없습니다.</translation>
    </message>
    <message>
        <source>{kind} {number}</source>
        <translation>{kind} {number}</translation>
    </message>
    <message>
        <source>Duplicates after all</source>
        <translation>중복이 맞음</translation>
    </message>
    <message>
        <source>Take back what you said of these photos, or of those that are selected</source>
        <translation>이 사진들이나 선택한 사진들에 대해 한 말을 되돌립니다</translation>
    </message>
    <message>
        <source>Say so of these photos, or of those that are selected</source>
        <translation>이 사진들 또는 선택한 사진이 중복이 아니라고 표시</translation>
    </message>
    <message>
        <source>Taken back: these may be duplicates</source>
        <translation>되돌렸습니다. 이 사진들은 중복일 수 있습니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos are no duplicates</source>
        <translation>
            <numerusform>사진 {n}장은 중복이 아닙니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Try it with a demonstration</source>
        <translation>체험해 보기</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>환영합니다</translation>
    </message>
    <message>
        <source>Who is in your photos?</source>
        <translation>사진 속에 누가 있나요?</translation>
    </message>
    <message>
        <source>photoorg looks through your folders and gathers the photos of each person. Everything happens on this computer; your files stay where they are, unchanged.</source>
        <translation>photoorg는 폴더를 살펴보고 사람마다 사진을 모읍니다. 모든 일은 이 컴퓨터에서 이루어지며 파일은 바뀌지 않고 그 자리에 있습니다.</translation>
    </message>
    <message>
        <source>Add a folder of photos</source>
        <translation>사진 폴더 추가</translation>
    </message>
    <message>
        <source>or drop a folder anywhere in this window</source>
        <translation>또는 폴더를 이 창 아무 곳에나 놓으세요</translation>
    </message>
    <message>
        <source>The program comes with small face models. More accurate ones can be chosen or downloaded in the settings, now or later: names stay.</source>
        <translation>프로그램에는 작은 얼굴 모델이 들어 있습니다. 더 정확한 모델은 지금이나 나중에 설정에서 선택하거나 다운로드할 수 있습니다. 이름은 유지됩니다.</translation>
    </message>
    <message>
        <source>Open the settings</source>
        <translation>설정 열기</translation>
    </message>
    <message>
        <source>How shall faces be recognised?</source>
        <translation>얼굴을 어떻게 알아볼까요?</translation>
    </message>
    <message>
        <source>To tell people apart, photoorg needs a pack of face models. The one that belongs to the program is missing or damaged: install the program again, use a pack you have, or download one now.</source>
        <translation>사람을 구별하려면 얼굴 모델 팩이 필요합니다. 프로그램에 딸린 팩이 없거나 손상되었습니다. 프로그램을 다시 설치하거나, 가지고 있는 팩을 쓰거나, 지금 다운로드하세요.</translation>
    </message>
    <message>
        <source>Choose a folder with a model pack</source>
        <translation>모델 팩이 있는 폴더 선택</translation>
    </message>
    <message>
        <source>A pack you have</source>
        <translation>가지고 있는 팩</translation>
    </message>
    <message>
        <source>A folder with a detector and a recogniser (ONNX).</source>
        <translation>검출기와 인식기(ONNX)가 있는 폴더입니다.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>No folders yet</source>
        <translation>아직 폴더가 없습니다</translation>
    </message>
    <message>
        <source>Add a folder of photos. Nothing in it is moved or changed; folders inside it count too.</source>
        <translation>사진 폴더를 추가하세요. 그 안의 것은 옮기거나 바꾸지 않으며, 안에 있는 폴더도 포함됩니다.</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Scan all again</source>
        <translation>모두 다시 스캔</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos in every folder</source>
        <translation>모든 폴더에서 새로 생기거나 바뀌거나 삭제된 사진 찾기</translation>
    </message>
    <message>
        <source>They were deleted</source>
        <translation>삭제했습니다</translation>
    </message>
    <message>
        <source>Show them no more; should their files come back, so do their faces and names</source>
        <translation>더 이상 표시하지 않습니다. 파일이 돌아오면 얼굴과 이름도 돌아옵니다</translation>
    </message>
    <message>
        <source>The drive is away</source>
        <translation>드라이브가 없습니다</translation>
    </message>
    <message>
        <source>Keep showing them, and ask again another day</source>
        <translation>계속 표시하고 다른 날 다시 물어봅니다</translation>
    </message>
    <message>
        <source>Show photos</source>
        <translation>사진 보기</translation>
    </message>
    <message>
        <source>Show the photos in this folder and in those inside it</source>
        <translation>이 폴더와 그 안의 폴더에 있는 사진 보기</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>다시 스캔</translation>
    </message>
    <message>
        <source>Look for new, changed and deleted photos</source>
        <translation>새로 생기거나 바뀌거나 삭제된 사진 찾기</translation>
    </message>
    <message>
        <source>Show in file manager</source>
        <translation>파일 관리자에서 보기</translation>
    </message>
    <message>
        <source>Leave out…</source>
        <translation>제외…</translation>
    </message>
    <message>
        <source>Say what of this folder is not to be shown</source>
        <translation>이 폴더에서 표시하지 않을 것 정하기</translation>
    </message>
    <message numerus="yes">
        <source>Taking out {n} photos; they come back if their files do</source>
        <translation>
            <numerusform>사진 {n}장을 뺍니다. 파일이 돌아오면 다시 나타납니다</numerusform>
        </translation>
    </message>
    <message>
        <source>The folder {path} is not there; connect its drive and try again.</source>
        <translation>{path} 폴더가 없습니다. 드라이브를 연결하고 다시 하세요.</translation>
    </message>
    <message>
        <source>Removed the folder {name}</source>
        <translation>{name} 폴더를 제거함</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Nothing done yet</source>
        <translation>아직 한 일이 없습니다</translation>
    </message>
    <message>
        <source>Names, answers and everything else you do appear here and can be taken back, also tomorrow.</source>
        <translation>이름, 답, 그 밖에 한 모든 일이 여기에 나타나며 내일이라도 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Go back to here</source>
        <translation>여기로 되돌아가기</translation>
    </message>
    <message>
        <source>Undo everything that was done after this</source>
        <translation>이 뒤에 한 모든 일 실행 취소</translation>
    </message>
    <message>
        <source>Go forward to here</source>
        <translation>여기까지 다시 실행</translation>
    </message>
    <message>
        <source>Do everything again up to this</source>
        <translation>여기까지 모든 일을 다시 실행</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>인물 검색</translation>
    </message>
    <message>
        <source>No people yet</source>
        <translation>아직 인물이 없습니다</translation>
    </message>
    <message>
        <source>Add a folder of photos to see everybody in them.</source>
        <translation>사진 폴더를 추가하면 그 안의 모두를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>아직 아무도 없습니다</translation>
    </message>
    <message>
        <source>People appear here as soon as the faces in your photos have been sorted.</source>
        <translation>사진 속 얼굴을 나누는 대로 인물이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>찾은 사람이 없습니다</translation>
    </message>
    <message>
        <source>The folders hold no photos or videos with faces.</source>
        <translation>폴더에 얼굴이 있는 사진이나 동영상이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody with this name.</source>
        <translation>이 이름의 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Order of people</source>
        <translation>인물 순서</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>다음과 합치기…</translation>
    </message>
    <message>
        <source>Next without a name</source>
        <translation>이름 없는 다음 그룹</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>다음과 합치기</translation>
    </message>
    <message>
        <source>Show the photo</source>
        <translation>사진 보기</translation>
    </message>
    <message>
        <source>People, dates, words: anna ben 2003</source>
        <translation>인물, 날짜, 낱말: anna ben 2003</translation>
    </message>
    <message>
        <source>No photos yet</source>
        <translation>아직 사진이 없습니다</translation>
    </message>
    <message>
        <source>The photos of your folders appear here, newest first.</source>
        <translation>폴더의 사진이 최신순으로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Photos appear here while they are being scanned.</source>
        <translation>스캔하는 동안 사진이 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>No photo found. Try other people, dates or words.</source>
        <translation>사진을 찾지 못했습니다. 다른 인물, 날짜, 낱말로 찾아보세요.</translation>
    </message>
    <message>
        <source>Change the date…</source>
        <translation>날짜 바꾸기…</translation>
    </message>
    <message>
        <source>Export photos…</source>
        <translation>사진 내보내기…</translation>
    </message>
    <message>
        <source>Copy the photos into a folder</source>
        <translation>사진을 폴더에 복사합니다</translation>
    </message>
    <message>
        <source>Look for groups of photos</source>
        <translation>사진 그룹 찾기</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {photos}</source>
        <translation>
            <numerusform>{photos} 중 {n}장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied {n} photos</source>
        <translation>
            <numerusform>사진 {n}장 복사됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Files that could not be read</source>
        <translation>읽을 수 없었던 파일</translation>
    </message>
    <message>
        <source>No problems</source>
        <translation>문제가 없습니다</translation>
    </message>
    <message>
        <source>Files that cannot be read are listed here, with the reason.</source>
        <translation>읽을 수 없는 파일이 이유와 함께 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>무시</translation>
    </message>
    <message>
        <source>Take it off this list until the file changes</source>
        <translation>파일이 바뀔 때까지 목록에서 빼기</translation>
    </message>
    <message>
        <source>Try all again</source>
        <translation>모두 다시 시도</translation>
    </message>
    <message>
        <source>Ignore all</source>
        <translation>모두 무시</translation>
    </message>
    <message numerus="yes">
        <source>Ignored {n} files</source>
        <translation>
            <numerusform>파일 {n}개 무시함</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Yes; on a sheet: take these answers</source>
        <translation>예(시트에서는 이 답들을 적용)</translation>
    </message>
    <message>
        <source>Yes, also where Enter says no</source>
        <translation>예, Enter가 아니요인 곳에서도</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Not sure; on a sheet: later</source>
        <translation>확실하지 않음(시트에서는 나중에)</translation>
    </message>
    <message>
        <source>Not a face</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>1 to 5</source>
        <translation>1~5</translation>
    </message>
    <message>
        <source>One of the likely names; a letter begins another one, or /</source>
        <translation>가능성 높은 이름 중 하나, 다른 이름은 글자나 /로 시작</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translation>왼쪽, 오른쪽</translation>
    </message>
    <message>
        <source>The question before, the next one</source>
        <translation>이전 질문, 다음 질문</translation>
    </message>
    <message>
        <source>The whole photos; on a sheet: another answer</source>
        <translation>사진 전체 보기(시트에서는 다른 답)</translation>
    </message>
    <message>
        <source>One question of a sheet alone</source>
        <translation>시트의 질문 하나만 보기</translation>
    </message>
    <message>
        <source>Sheets</source>
        <translation>시트</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>How to be asked</source>
        <translation>묻는 방식</translation>
    </message>
    <message>
        <source>Looking for questions…</source>
        <translation>질문을 찾는 중…</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Put into another group…</source>
        <translation>다른 그룹에 넣기…</translation>
    </message>
    <message>
        <source>Take out of the group</source>
        <translation>그룹에서 빼기</translation>
    </message>
    <message>
        <source>Name this group</source>
        <translation>이 그룹의 이름 정하기</translation>
    </message>
    <message>
        <source>Put groups together</source>
        <translation>그룹 합치기</translation>
    </message>
    <message>
        <source>Make one of the groups that are selected</source>
        <translation>고른 그룹들을 하나로 합칩니다</translation>
    </message>
    <message>
        <source>Look for groups</source>
        <translation>그룹 찾기</translation>
    </message>
    <message>
        <source>Groups of photos</source>
        <translation>사진 그룹</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>그룹 이름</translation>
    </message>
    <message>
        <source>No groups of photos yet</source>
        <translation>아직 사진 그룹이 없습니다</translation>
    </message>
    <message>
        <source>Photos that look alike are put together here, whoever is in them.</source>
        <translation>누가 찍혔든 비슷한 사진이 여기에 모입니다.</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>새 그룹</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos taken out of the group</source>
        <translation>
            <numerusform>사진 {n}장을 그룹에서 뺐습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to sort out</source>
        <translation>골라낼 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}, dismiss {rest}</source>
        <translation>
            <numerusform>{n}개 유지, {rest}개 버리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismiss {n}</source>
        <translation>
            <numerusform>{n}개 버리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Keep {n}</source>
        <translation>
            <numerusform>{n}개 유지</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} dismissed</source>
        <translation>
            <numerusform>{n}개 버림</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} kept</source>
        <translation>
            <numerusform>{n}개 유지함</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message numerus="yes">
        <source>{n} left</source>
        <translation>
            <numerusform>{n}개 남음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in {n} pictures</source>
        <translation>
            <numerusform>사진 {n}장에 있음</numerusform>
        </translation>
    </message>
    <message>
        <source>Click the real faces. Enter dismisses the others for good.</source>
        <translation>진짜 얼굴을 클릭하세요. Enter를 누르면 나머지를 아주 버립니다.</translation>
    </message>
    <message>
        <source>What may be no face appears here after a scan.</source>
        <translation>얼굴이 아닐 수 있는 것은 스캔 뒤 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Click the people you know. Enter leaves the others with strangers.</source>
        <translation>아는 사람을 클릭하세요. Enter를 누르면 나머지는 낯선 사람으로 둡니다.</translation>
    </message>
    <message>
        <source>People in the background appear here after a scan.</source>
        <translation>배경에 있는 사람은 스캔 뒤 여기에 나타납니다.</translation>
    </message>
    <message numerus="yes">
        <source>I know {n}, leave {rest}</source>
        <translation>
            <numerusform>아는 사람 {n}명, 나머지 {rest}명은 그대로</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Leave {n} with strangers</source>
        <translation>
            <numerusform>{n}명을 낯선 사람으로 두기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>I know {n}</source>
        <translation>
            <numerusform>아는 사람 {n}명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} left with strangers</source>
        <translation>
            <numerusform>{n}명을 낯선 사람으로 두었습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} known</source>
        <translation>
            <numerusform>아는 사람 {n}명</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer for all of the page</source>
        <translation>페이지 전체에 답하기</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>No face was seen in this video.</source>
        <translation>이 동영상에서는 얼굴이 보이지 않았습니다.</translation>
    </message>
    <message>
        <source>Play from here</source>
        <translation>여기부터 재생</translation>
    </message>
    <message>
        <source>Name…</source>
        <translation>이름 지정…</translation>
    </message>
    <message>
        <source>Open person</source>
        <translation>인물 열기</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>Videos</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>No videos</source>
        <translation>동영상 없음</translation>
    </message>
    <message>
        <source>The videos of your folders appear here, with those who are seen in them.</source>
        <translation>폴더의 동영상이 그 안에 보이는 사람들과 함께 여기에 나타납니다.</translation>
    </message>
    <message numerus="yes">
        <source>{n} of {videos}</source>
        <translation>
            <numerusform>{videos} 중 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>{name} is not there any more; this is the next photo</source>
        <translation>{name}(이)가 더 이상 없어 다음 사진을 보여 줍니다</translation>
    </message>
    <message>
        <source>{name} is not there any more</source>
        <translation>{name}(이)가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>Write names beside photos…</source>
        <translation>사진 옆에 이름 쓰기…</translation>
    </message>
    <message>
        <source>Tell other programs who is in the photos</source>
        <translation>사진에 누가 있는지 다른 프로그램에 알려 주기</translation>
    </message>
    <message>
        <source>Name this group first; then its name can be written beside photos.</source>
        <translation>먼저 이 그룹에 이름을 붙이세요. 그러면 사진 옆에 이름을 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Write names beside photos?</source>
        <translation>사진 옆에 이름을 쓸까요?</translation>
    </message>
    <message>
        <source>Where {people} can be seen is written into XMP files beside the photos, which other programs read. Photos are not touched, and whatever else is in such a file stays.</source>
        <translation>{people}(이)가 어디에 있는지를 다른 프로그램이 읽는 사진 옆의 XMP 파일에 씁니다. 사진은 건드리지 않으며 그 파일의 다른 내용은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Write names</source>
        <translation>이름 쓰기</translation>
    </message>
    <message>
        <source>Write names beside photos</source>
        <translation>사진 옆에 이름 쓰기</translation>
    </message>
    <message>
        <source>Yes, this is right</source>
        <translation>예, 맞습니다</translation>
    </message>
    <message>
        <source>Not this person</source>
        <translation>이 사람 아님</translation>
    </message>
    <message>
        <source>Move to…</source>
        <translation>다음으로 옮기기…</translation>
    </message>
    <message>
        <source>Use as cover</source>
        <translation>표지로 쓰기</translation>
    </message>
    <message>
        <source>I do not know who this is</source>
        <translation>누구인지 모름</translation>
    </message>
    <message>
        <source>Nobody will ask again</source>
        <translation>다시 묻지 않습니다</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>잊기</translation>
    </message>
    <message>
        <source>Do not show it here any more; it still helps to recognise others</source>
        <translation>여기에 더 이상 표시하지 않지만 다른 얼굴을 알아보는 데는 계속 쓰입니다</translation>
    </message>
    <message>
        <source>Yes, this is {name}</source>
        <translation>예, {name}입니다</translation>
    </message>
    <message>
        <source>Not {name}</source>
        <translation>{name} 아님</translation>
    </message>
    <message>
        <source>I do not know who these are</source>
        <translation>누구인지 모름</translation>
    </message>
    <message>
        <source>Forget them</source>
        <translation>모두 잊기</translation>
    </message>
    <message>
        <source>this person</source>
        <translation>이 인물</translation>
    </message>
    <message>
        <source>This is {name}</source>
        <translation>{name}입니다</translation>
    </message>
    <message>
        <source>This is not {name}</source>
        <translation>{name}(이)가 아닙니다</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces confirmed as {name}</source>
        <translation>
            <numerusform>얼굴 {n}개를 {name}(으)로 확인함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces removed from {name}</source>
        <translation>
            <numerusform>{name}에서 얼굴 {n}개를 뺌</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces dismissed: not a face</source>
        <translation>
            <numerusform>{n}개 버림: 얼굴 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces forgotten</source>
        <translation>
            <numerusform>얼굴 {n}개를 잊음</numerusform>
        </translation>
    </message>
    <message>
        <source>Noted: you do not know who this is</source>
        <translation>누구인지 모른다고 적어 둠</translation>
    </message>
    <message>
        <source>Noted: you do not know who these are</source>
        <translation>누구인지 모른다고 적어 둠</translation>
    </message>
    <message>
        <source>Cover changed</source>
        <translation>표지 바뀜</translation>
    </message>
    <message numerus="yes">
        <source>Move {n} faces to</source>
        <translation>
            <numerusform>얼굴 {n}개를 옮길 곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Move</source>
        <translation>옮기기</translation>
    </message>
    <message numerus="yes">
        <source>{n} faces moved to {name}</source>
        <translation>
            <numerusform>얼굴 {n}개를 {name}(으)로 옮김</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is it then?</source>
        <translation>그럼 누구인가요?</translation>
    </message>
    <message numerus="yes">
        <source>Who are these {n} faces?</source>
        <translation>
            <numerusform>이 얼굴 {n}개는 누구인가요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Any letter</source>
        <translation>아무 글자</translation>
    </message>
    <message>
        <source>Begin to type who the selected faces are</source>
        <translation>선택한 얼굴이 누구인지 입력 시작</translation>
    </message>
    <message>
        <source>Faces</source>
        <translation>얼굴</translation>
    </message>
    <message>
        <source>Larger or smaller groups…</source>
        <translation>더 크거나 작은 그룹…</translation>
    </message>
    <message>
        <source>See what would join, and what would fall apart</source>
        <translation>무엇이 합쳐지고 무엇이 떨어질지 보기</translation>
    </message>
    <message numerus="yes">
        <source>Moved {n} faces</source>
        <translation>
            <numerusform>얼굴 {n}개 옮김</numerusform>
        </translation>
    </message>
    <message>
        <source>These are two people</source>
        <translation>두 사람입니다</translation>
    </message>
    <message>
        <source>Never put a face of one with those of the other</source>
        <translation>한 사람의 얼굴을 다른 사람의 얼굴과 섞지 않습니다</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>유지</translation>
    </message>
    <message>
        <source>These are people: show them among the others again</source>
        <translation>사람입니다: 다시 다른 인물과 함께 표시</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>숨기기</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>다시 표시</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Nobody in the photos has this name any more</source>
        <translation>사진 속에 이 이름의 사람이 더 이상 없습니다</translation>
    </message>
    <message>
        <source>Not faces</source>
        <translation>얼굴 아님</translation>
    </message>
    <message>
        <source>Kept {name} and {other} apart</source>
        <translation>{name}(와)과 {other}(을)를 떼어 놓음</translation>
    </message>
    <message numerus="yes">
        <source>Kept {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개 유지함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} group: not a face</source>
        <translation>
            <numerusform>그룹 {n}개 버림: 얼굴 아님</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Dismissed {n} groups: not faces</source>
        <translation>
            <numerusform>그룹 {n}개 버림: 얼굴 아님</numerusform>
        </translation>
    </message>
    <message>
        <source>Deleted {name}</source>
        <translation>{name} 삭제함</translation>
    </message>
    <message numerus="yes">
        <source>{n} moments in videos</source>
        <translation>
            <numerusform>동영상 속 순간 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{video}, {begin} to {end}</source>
        <translation>{video}, {begin}~{end}</translation>
    </message>
    <message>
        <source>There is no program on this computer that plays videos; install one.</source>
        <translation>이 컴퓨터에 동영상을 재생하는 프로그램이 없습니다. 설치하세요.</translation>
    </message>
    <message>
        <source>Who are these faces?</source>
        <translation>이 얼굴들은 누구인가요?</translation>
    </message>
    <message>
        <source>Name of these faces</source>
        <translation>이 얼굴들의 이름</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>이름 입력</translation>
    </message>
    <message>
        <source>Leave them as they are (Esc)</source>
        <translation>그대로 두기(Esc)</translation>
    </message>
    <message>
        <source>Leave them as they are</source>
        <translation>그대로 두기</translation>
    </message>
    <message>
        <source>Meanwhile these faces were put with {name}; nothing was named.</source>
        <translation>그사이 이 얼굴들은 {name}에 들어갔습니다. 이름을 붙이지 않았습니다.</translation>
    </message>
    <message>
        <source>Renamed {before} to {name}</source>
        <translation>{before} 이름을 {name}(으)로 바꿈</translation>
    </message>
    <message>
        <source>Named {name}</source>
        <translation>{name} 이름 붙임</translation>
    </message>
    <message>
        <source>Took the name {name} away</source>
        <translation>{name} 이름을 뺌</translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups into {name}</source>
        <translation>
            <numerusform>그룹 {n}개를 {name}에 합침</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Merged {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개를 합침</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>살펴보기</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>They are told again when their files change.</source>
        <translation>파일이 바뀌면 다시 알려 드립니다.</translation>
    </message>
    <message numerus="yes">
        <source>{n} new names beside photos in {folder}</source>
        <translation>
            <numerusform>{folder}의 사진 옆에 새 이름이 {n}개 있습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} new names beside photos in {folders} folders</source>
        <translation>
            <numerusform>폴더 {folders}개의 사진 옆에 새 이름이 {n}개 있습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder of photos first.</source>
        <translation>먼저 사진 폴더를 추가하세요.</translation>
    </message>
    <message>
        <source>Ask which name stays</source>
        <translation>어떤 이름을 남길지 묻기</translation>
    </message>
    <message>
        <source>Begin to type the name</source>
        <translation>이름 입력 시작</translation>
    </message>
    <message>
        <source>Merge into {name}</source>
        <translation>{name}에 합치기</translation>
    </message>
    <message>
        <source>Merge with another person…</source>
        <translation>다른 인물과 합치기…</translation>
    </message>
    <message>
        <source>Merged from…</source>
        <translation>합쳐진 내역…</translation>
    </message>
    <message>
        <source>Take the name away</source>
        <translation>이름 빼기</translation>
    </message>
    <message>
        <source>The faces stay together and wait for another name</source>
        <translation>얼굴은 함께 남아 다른 이름을 기다립니다</translation>
    </message>
    <message>
        <source>Tell when this person was born…</source>
        <translation>태어난 때 알려 주기…</translation>
    </message>
    <message>
        <source>Write notes…</source>
        <translation>메모 쓰기…</translation>
    </message>
    <message>
        <source>Make a favourite</source>
        <translation>즐겨찾기 추가</translation>
    </message>
    <message>
        <source>None of these is a face</source>
        <translation>모두 얼굴 아님</translation>
    </message>
    <message>
        <source>Hide this person</source>
        <translation>이 인물 숨기기</translation>
    </message>
    <message>
        <source>Delete this person</source>
        <translation>이 인물 삭제</translation>
    </message>
    <message>
        <source>Only people without photos can be deleted</source>
        <translation>사진이 없는 인물만 삭제할 수 있습니다</translation>
    </message>
    <message>
        <source>No favourite any more</source>
        <translation>즐겨찾기 해제</translation>
    </message>
    <message>
        <source>Show this person again</source>
        <translation>이 인물 다시 표시</translation>
    </message>
    <message>
        <source>The group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>{name} stands alone again</source>
        <translation>{name}(이)가 다시 따로 있습니다</translation>
    </message>
    <message>
        <source>{name}: born {date}</source>
        <translation>{name}: {date} 출생</translation>
    </message>
    <message>
        <source>Birth taken away</source>
        <translation>출생을 지움</translation>
    </message>
    <message>
        <source>Notes about {person} kept</source>
        <translation>{person}에 대한 메모를 저장함</translation>
    </message>
    <message>
        <source>{name} is a favourite</source>
        <translation>{name}(을)를 즐겨찾기에 추가함</translation>
    </message>
    <message>
        <source>{name} is no favourite any more</source>
        <translation>{name}(을)를 즐겨찾기에서 해제함</translation>
    </message>
    <message>
        <source>Faces or photos</source>
        <translation>얼굴 또는 사진</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation>이 인물에 대해 더 보기</translation>
    </message>
    <message>
        <source>born {date}</source>
        <translation>{date} 출생</translation>
    </message>
    <message>
        <source>favourite</source>
        <translation>즐겨찾기</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>숨김</translation>
    </message>
    <message numerus="yes">
        <source>Faces {n}</source>
        <translation>
            <numerusform>얼굴 {n}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Photos {n}</source>
        <translation>
            <numerusform>사진 {n}</numerusform>
        </translation>
    </message>
    <message>
        <source>press Enter to save the name</source>
        <translation>Enter를 누르면 이름이 저장됩니다</translation>
    </message>
    <message>
        <source>often with {name}</source>
        <translation>{name}(와)과 자주 함께</translation>
    </message>
    <message>
        <source>often with {name} and {other}</source>
        <translation>{name}, {other}(와)과 자주 함께</translation>
    </message>
    <message>
        <source>Divide into two people…</source>
        <translation>두 사람으로 나누기…</translation>
    </message>
    <message>
        <source>Choose which faces are somebody else</source>
        <translation>어떤 얼굴이 다른 사람인지 선택</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} ~ {last}</translation>
    </message>
    <message numerus="yes">
        <source>Changed the dates of {n} photos</source>
        <translation>
            <numerusform>사진 {n}장의 날짜를 바꾸었습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>Right, Left</source>
        <translation>오른쪽, 왼쪽</translation>
    </message>
    <message>
        <source>Unfold, fold</source>
        <translation>펼치기, 접기</translation>
    </message>
    <message>
        <source>+, -, Ctrl+wheel</source>
        <translation>+, -, Ctrl+휠</translation>
    </message>
    <message>
        <source>Larger photos, smaller ones</source>
        <translation>사진을 크게, 작게</translation>
    </message>
    <message>
        <source>Ctrl+PgUp, Ctrl+PgDown</source>
        <translation>Ctrl+PgUp, Ctrl+PgDown</translation>
    </message>
    <message>
        <source>The month before, the next one</source>
        <translation>이전 달, 다음 달</translation>
    </message>
    <message>
        <source>Anna and Ben together</source>
        <translation>Anna와 Ben이 함께</translation>
    </message>
    <message>
        <source>anna ben</source>
        <translation>anna ben</translation>
    </message>
    <message>
        <source>either of them</source>
        <translation>둘 중 하나</translation>
    </message>
    <message>
        <source>anna or ben</source>
        <translation>anna 또는 ben</translation>
    </message>
    <message>
        <source>nobody else</source>
        <translation>다른 사람 없이</translation>
    </message>
    <message>
        <source>only anna ben</source>
        <translation>오직 anna ben</translation>
    </message>
    <message>
        <source>not with Carl</source>
        <translation>Carl 없이</translation>
    </message>
    <message>
        <source>anna -carl</source>
        <translation>anna -carl</translation>
    </message>
    <message>
        <source>of some time</source>
        <translation>어떤 때의</translation>
    </message>
    <message>
        <source>2003, july 2003, 2003..2005</source>
        <translation>2003, 2003년 7월, 2003..2005</translation>
    </message>
    <message>
        <source>faces on it</source>
        <translation>사진 속 얼굴</translation>
    </message>
    <message>
        <source>3 people</source>
        <translation>3명</translation>
    </message>
    <message>
        <source>in a folder</source>
        <translation>폴더 안의</translation>
    </message>
    <message>
        <source>folder:italy</source>
        <translation>폴더:이탈리아</translation>
    </message>
    <message>
        <source>a word only</source>
        <translation>낱말만</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>검색 저장</translation>
    </message>
    <message>
        <source>Change saved search</source>
        <translation>저장된 검색 바꾸기</translation>
    </message>
    <message>
        <source>Forget this search; the photos stay</source>
        <translation>이 검색 잊기(사진은 그대로)</translation>
    </message>
    <message>
        <source>Keep these words under the name “{name}”</source>
        <translation>이 검색어를 “{name}” 이름으로 보관합니다</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>저장한 검색</translation>
    </message>
    <message>
        <source>No saved searches yet</source>
        <translation>아직 저장한 검색이 없습니다</translation>
    </message>
    <message>
        <source>Rename search</source>
        <translation>검색 이름 바꾸기</translation>
    </message>
    <message>
        <source>Deleted the search “{name}”; its photos stay</source>
        <translation>“{name}” 검색을 삭제함. 사진은 그대로입니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Saved; the magnifying glass lists it</source>
        <translation>저장했습니다. 돋보기에서 볼 수 있습니다</translation>
    </message>
    <message>
        <source>Changed the search “{name}”</source>
        <translation>“{name}” 검색을 바꾸었습니다</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>Shift+Del</source>
        <translation>Shift+Del</translation>
    </message>
    <message>
        <source>Type a name…</source>
        <translation>이름 입력…</translation>
    </message>
    <message>
        <source>Who is it?</source>
        <translation>누구인가요?</translation>
    </message>
    <message>
        <source>Sort them out 24 at a time</source>
        <translation>한 번에 24개씩 골라내기</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>표시됨</translation>
    </message>
    <message>
        <source>Faces of {whose}</source>
        <translation>{whose} 얼굴</translation>
    </message>
    <message>
        <source>Cover of {whose}</source>
        <translation>{whose} 표지</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups look alike</source>
        <translation>
            <numerusform>닮은 그룹 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>this group</source>
        <translation>이 그룹</translation>
    </message>
    <message numerus="yes">
        <source>{n} questions about {whom}</source>
        <translation>
            <numerusform>{whom}에 대한 질문 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>One group</source>
        <translation>한 그룹</translation>
    </message>
    <message>
        <source>Another group</source>
        <translation>다른 그룹</translation>
    </message>
    <message>
        <source>This face</source>
        <translation>이 얼굴</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>한 사람</translation>
    </message>
    <message>
        <source>Nothing left to ask</source>
        <translation>물어볼 것이 없습니다</translation>
    </message>
    <message>
        <source>Show strangers</source>
        <translation>낯선 사람 보기</translation>
    </message>
    <message>
        <source>Nothing else to ask for now</source>
        <translation>지금은 물어볼 것이 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>Ask the {n} again that you put off</source>
        <translation>
            <numerusform>미뤄 둔 {n}개 다시 묻기</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing left to ask about this person</source>
        <translation>이 인물에 대해 물어볼 것이 없습니다</translation>
    </message>
    <message>
        <source>Ask about everybody</source>
        <translation>모두에 대해 묻기</translation>
    </message>
    <message>
        <source>No questions yet</source>
        <translation>아직 질문이 없습니다</translation>
    </message>
    <message>
        <source>They come with the first photos.</source>
        <translation>첫 사진과 함께 생깁니다.</translation>
    </message>
    <message>
        <source>Only about {name}</source>
        <translation>{name}에 대해서만</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>not now</source>
        <translation>나중에</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{all}개 중 {place}번째</translation>
    </message>
    <message>
        <source>A click changes an answer: yes, no, not now.</source>
        <translation>클릭하면 답이 바뀝니다: 예, 아니요, 나중에.</translation>
    </message>
    <message>
        <source>Are these right?</source>
        <translation>이대로 맞나요?</translation>
    </message>
    <message numerus="yes">
        <source>{n} yes</source>
        <translation>
            <numerusform>예 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} no</source>
        <translation>
            <numerusform>아니요 {n}개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} not now</source>
        <translation>
            <numerusform>나중에 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Yes to all</source>
        <translation>모두 예</translation>
    </message>
    <message>
        <source>Take these answers</source>
        <translation>이 답들 적용</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>{answer} (Enter)</source>
        <translation>{answer} (Enter)</translation>
    </message>
    <message>
        <source>Not now (S)</source>
        <translation>나중에 (S)</translation>
    </message>
    <message>
        <source>Is {name} one person or two?</source>
        <translation>{name}(은)는 한 사람인가요, 두 사람인가요?</translation>
    </message>
    <message>
        <source>Are these faces?</source>
        <translation>얼굴인가요?</translation>
    </message>
    <message>
        <source>Is this a face?</source>
        <translation>이것은 얼굴인가요?</translation>
    </message>
    <message>
        <source>Do you know them?</source>
        <translation>아는 사람인가요?</translation>
    </message>
    <message>
        <source>Two people</source>
        <translation>두 사람</translation>
    </message>
    <message>
        <source>All are faces</source>
        <translation>모두 얼굴</translation>
    </message>
    <message>
        <source>None is a face</source>
        <translation>모두 얼굴 아님</translation>
    </message>
    <message>
        <source>No, strangers</source>
        <translation>아니요, 낯선 사람</translation>
    </message>
    <message>
        <source>Click a face to move it across.</source>
        <translation>얼굴을 클릭하면 반대쪽으로 옮겨집니다.</translation>
    </message>
    <message>
        <source>Click those that are faces; Enter dismisses the others.</source>
        <translation>얼굴인 것을 클릭하세요. Enter를 누르면 나머지를 버립니다.</translation>
    </message>
    <message>
        <source>Space shows the photos.</source>
        <translation>스페이스를 누르면 사진이 보입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Only {n} are faces</source>
        <translation>
            <numerusform>{n}개만 얼굴</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody else:</source>
        <translation>다른 사람:</translation>
    </message>
    <message>
        <source>Yes, and the name is:</source>
        <translation>예, 이름은:</translation>
    </message>
    <message>
        <source>Two, and the right one is:</source>
        <translation>두 사람, 오른쪽은:</translation>
    </message>
    <message>
        <source>Yes, this is:</source>
        <translation>예, 이 사람은:</translation>
    </message>
    <message>
        <source>Noted: you are not sure; nobody asks again</source>
        <translation>확실하지 않다고 적어 둠. 다시 묻지 않습니다</translation>
    </message>
    <message>
        <source>Merged two groups</source>
        <translation>두 그룹을 합침</translation>
    </message>
    <message>
        <source>Kept two groups apart</source>
        <translation>두 그룹을 떼어 놓음</translation>
    </message>
    <message>
        <source>Divided {name}</source>
        <translation>{name}(을)를 나눔</translation>
    </message>
    <message>
        <source>Kept {name} together</source>
        <translation>{name}(을)를 한 사람으로 유지함</translation>
    </message>
    <message>
        <source>Kept as faces</source>
        <translation>얼굴로 유지함</translation>
    </message>
    <message>
        <source>Dismissed: not faces</source>
        <translation>버림: 얼굴 아님</translation>
    </message>
    <message>
        <source>Kept: you know them</source>
        <translation>유지함: 아는 사람</translation>
    </message>
    <message>
        <source>Left with strangers</source>
        <translation>낯선 사람으로 둠</translation>
    </message>
    <message numerus="yes">
        <source>Answered {n} questions: {answers}</source>
        <translation>
            <numerusform>질문 {n}개에 답함: {answers}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} faces are almost certainly {name}</source>
        <translation>
            <numerusform>얼굴 {n}개가 거의 확실히 {name}입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces named · hardly any questions left</source>
        <translation>얼굴의 {share} % 이름 지음 · 남은 질문 거의 없음</translation>
    </message>
    <message>
        <source>{share} % of faces named · questions left for {left}</source>
        <translation>얼굴의 {share} % 이름 지음 · {left}에 대한 질문 남음</translation>
    </message>
    <message numerus="yes">
        <source>about {n}</source>
        <translation>
            <numerusform>약 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>{share} % of faces are named.</source>
        <translation>얼굴의 {share}%에 이름이 있습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{share} % of faces are named; {n} faces of strangers.</source>
        <translation>
            <numerusform>얼굴의 {share}%에 이름이 있고, 낯선 사람 얼굴은 {n}개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No name yet</source>
        <translation>아직 이름 없음</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>실행 취소됨</translation>
    </message>
    <message>
        <source>Redone</source>
        <translation>다시 실행됨</translation>
    </message>
    <message numerus="yes">
        <source>{n} steps undone</source>
        <translation>
            <numerusform>{n}단계 실행 취소됨</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} steps redone</source>
        <translation>
            <numerusform>{n}단계 다시 실행됨</numerusform>
        </translation>
    </message>
    <message>
        <source>The settings could not be saved: {reason}</source>
        <translation>설정을 저장할 수 없었습니다: {reason}</translation>
    </message>
    <message>
        <source>{folder} is not there just now: its {photos} can be seen, but not opened.</source>
        <translation>{folder}(이)가 지금은 없습니다. {photos}(을)를 볼 수는 있지만 열 수는 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>{n} folders are not there just now: their {photos} can be seen, but not opened.</source>
        <translation>
            <numerusform>폴더 {n}개가 지금은 없습니다. {photos}(을)를 볼 수는 있지만 열 수는 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인 정보 보호</translation>
    </message>
    <message>
        <source>Nothing is ever sent: no photo, no name, no statistics. All that is ever fetched is a pack of face models that you ask for. The details tell every file that photoorg writes.</source>
        <translation>사진도 이름도 통계도 전혀 보내지 않습니다. 받는 것은 요청한 얼굴 모델 팩뿐입니다. 자세히 보기에서 photoorg가 쓰는 모든 파일을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Turns folders of photos into named people, entirely on this computer: no photo, face or name ever leaves it.</source>
        <translation>사진 폴더를 이름 있는 인물로 바꿔 줍니다. 모두 이 컴퓨터에서 이루어지며 사진도 얼굴도 이름도 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>A demonstration: name and merge as you like, your own photos are not here.</source>
        <translation>체험판입니다. 마음껏 이름을 붙이고 합쳐 보세요. 내 사진은 여기에 없습니다.</translation>
    </message>
    <message>
        <source>To my photos</source>
        <translation>내 사진으로</translation>
    </message>
    <message>
        <source>Remove the demonstration</source>
        <translation>체험판 제거</translation>
    </message>
    <message>
        <source>Add {folder}</source>
        <translation>{folder} 추가</translation>
    </message>
    <message numerus="yes">
        <source>Add {n} folders</source>
        <translation>
            <numerusform>폴더 {n}개 추가</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything can be seen, but nothing named or changed: {file} cannot be written. Check the permissions of the file and of its folder.</source>
        <translation>모두 볼 수 있지만 이름을 붙이거나 바꿀 수는 없습니다. {file}에 쓸 수 없으니 파일과 폴더의 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Running job</source>
        <translation>진행 중인 작업</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Look at the photos that are left</source>
        <translation>남은 사진 살펴보기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Stop; what is done stays</source>
        <translation>중지(한 일은 유지)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message numerus="yes">
        <source>{n} not looked at</source>
        <translation>
            <numerusform>살펴보지 않음 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Getting ready…</source>
        <translation>준비 중…</translation>
    </message>
    <message numerus="yes">
        <source>{n} files could not be read, newest:</source>
        <translation>
            <numerusform>파일 {n}개를 읽을 수 없었습니다. 최근 것부터:</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing to tell yet.</source>
        <translation>아직 알릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>{amount}/s</source>
        <translation>{amount}/초</translation>
    </message>
    <message>
        <source>Every list</source>
        <translation>모든 목록</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>인물</translation>
    </message>
    <message>
        <source>A video</source>
        <translation>동영상</translation>
    </message>
    <message>
        <source>A photo</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>{key} or {other}</source>
        <translation>{key} 또는 {other}</translation>
    </message>
    <message>
        <source>First choose how faces are recognised; then the scan begins.</source>
        <translation>먼저 얼굴을 알아보는 방법을 선택하세요. 그러면 스캔이 시작됩니다.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Add folder…</source>
        <translation>폴더 추가(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Scan all folders again</source>
        <translation>모든 폴더 다시 스캔(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Names from other programs…</source>
        <translation>다른 프로그램의 이름(&amp;N)…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>설정(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>기록(&amp;H)…</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>찾기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Menu of what is chosen</source>
        <translation>선택한 것의 메뉴(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Narrow sidebar</source>
        <translation>좁은 사이드바(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>전체 화면(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>글자 크기(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Larger letters</source>
        <translation>글자 크게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Smaller letters</source>
        <translation>글자 작게(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Letters of the system</source>
        <translation>시스템 글자 크기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>단축키(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Privacy</source>
        <translation>개인 정보 보호(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;About photoorg</source>
        <translation>photoorg 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Undo: {step}</source>
        <translation>실행 취소(&amp;U): {step}</translation>
    </message>
    <message>
        <source>&amp;Redo: {step}</source>
        <translation>다시 실행(&amp;R): {step}</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>제안</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Narrow sidebar</source>
        <translation>좁은 사이드바</translation>
    </message>
    <message>
        <source>Widen sidebar</source>
        <translation>넓은 사이드바</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>이 메시지 닫기</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Back (Esc)</source>
        <translation>뒤로(Esc)</translation>
    </message>
    <message>
        <source>Add a folder of photos (Ctrl+O)</source>
        <translation>사진 폴더 추가(Ctrl+O)</translation>
    </message>
    <message>
        <source>Saved searches, and what can be typed (Alt+Down)</source>
        <translation>저장한 검색과 입력할 수 있는 것(Alt+아래)</translation>
    </message>
    <message>
        <source>Back to {back}</source>
        <translation>{back}(으)로 돌아가기</translation>
    </message>
    <message numerus="yes">
        <source>{n} photos are not there: see Folders</source>
        <translation>
            <numerusform>사진 {n}장이 없음: 폴더 페이지를 보세요</numerusform>
        </translation>
    </message>
    <message>
        <source>{video} cannot be reached just now; connect its drive and try again.</source>
        <translation>지금은 {video}에 접근할 수 없습니다. 드라이브를 연결하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Nobody seen</source>
        <translation>아무도 보이지 않음</translation>
    </message>
    <message numerus="yes">
        <source>{n} people without a name</source>
        <translation>
            <numerusform>이름 없는 사람 {n}명</numerusform>
        </translation>
    </message>
    <message>
        <source>Who is seen</source>
        <translation>보이는 사람</translation>
    </message>
    <message>
        <source>{begin} to {end}</source>
        <translation>{begin}~{end}</translation>
    </message>
    <message>
        <source>A picture of the video</source>
        <translation>동영상의 한 장면</translation>
    </message>
    <message>
        <source>{time} long</source>
        <translation>길이 {time}</translation>
    </message>
    <message>
        <source>Box around a face</source>
        <translation>얼굴 주위의 상자</translation>
    </message>
    <message>
        <source>Arrows move it, with Shift they resize it; Enter is done, Esc leaves</source>
        <translation>화살표로 옮기고 Shift와 함께 크기를 바꿉니다. Enter는 완료, Esc는 취소</translation>
    </message>
    <message>
        <source>Compared with {photo}</source>
        <translation>{photo}(와)과 비교</translation>
    </message>
    <message>
        <source>Face {place} of {count}</source>
        <translation>{count}개 중 {place}번째 얼굴</translation>
    </message>
    <message>
        <source>Perhaps {person}</source>
        <translation>아마 {person}</translation>
    </message>
    <message>
        <source>Name of this face</source>
        <translation>이 얼굴의 이름</translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab, then press N</source>
        <translation>얼굴을 가리키거나 Tab으로 고른 뒤 N을 누르세요</translation>
    </message>
    <message>
        <source>Drag a box around the face, or place it with the arrows and Enter</source>
        <translation>얼굴 주위로 상자를 끌거나 화살표와 Enter로 놓으세요</translation>
    </message>
    <message>
        <source>The photo is turned</source>
        <translation>사진을 돌렸습니다</translation>
    </message>
    <message>
        <source>Only a box that you drew can be deleted; this face was found</source>
        <translation>직접 그린 상자만 삭제할 수 있습니다. 이 얼굴은 찾은 것입니다</translation>
    </message>
    <message>
        <source>Point at a face, or choose one with Tab</source>
        <translation>얼굴을 가리키거나 Tab으로 고르세요</translation>
    </message>
    <message>
        <source>Photo {place} of {all}</source>
        <translation>{all}장 중 {place}번째 사진</translation>
    </message>
    <message>
        <source>Photos before and after this one</source>
        <translation>이 사진의 앞뒤 사진</translation>
    </message>
    <message numerus="yes">
        <source>{n} seconds each</source>
        <translation>
            <numerusform>한 장에 {n}초</numerusform>
        </translation>
    </message>
    <message>
        <source>Left, Right or Space</source>
        <translation>왼쪽, 오른쪽 또는 스페이스</translation>
    </message>
    <message>
        <source>The photo before, the next one</source>
        <translation>이전 사진, 다음 사진</translation>
    </message>
    <message>
        <source>Home, End</source>
        <translation>Home, End</translation>
    </message>
    <message>
        <source>The first photo, the last one</source>
        <translation>첫 사진, 마지막 사진</translation>
    </message>
    <message>
        <source>The next face</source>
        <translation>다음 얼굴</translation>
    </message>
    <message>
        <source>Name the face</source>
        <translation>얼굴에 이름 붙이기</translation>
    </message>
    <message>
        <source>Show who is who</source>
        <translation>누가 누구인지 보기</translation>
    </message>
    <message>
        <source>Draw a box around a face</source>
        <translation>얼굴 주위에 상자 그리기</translation>
    </message>
    <message>
        <source>Move or resize a box; with Shift the arrows resize it</source>
        <translation>상자를 옮기거나 크기 바꾸기, Shift와 화살표로 크기 조절</translation>
    </message>
    <message>
        <source>Delete a box that was drawn</source>
        <translation>직접 그린 상자 삭제</translation>
    </message>
    <message>
        <source>Search this photo harder</source>
        <translation>이 사진을 더 꼼꼼히 찾기</translation>
    </message>
    <message>
        <source>Turn the photo left, right</source>
        <translation>사진을 왼쪽, 오른쪽으로 돌리기</translation>
    </message>
    <message>
        <source>Show one photo after the other</source>
        <translation>사진을 차례로 보기</translation>
    </message>
    <message>
        <source>Compare with the next photo; the arrows change the right one</source>
        <translation>다음 사진과 비교(화살표로 오른쪽 사진을 바꿈)</translation>
    </message>
    <message>
        <source>Let the two change places</source>
        <translation>두 사진의 자리 바꾸기</translation>
    </message>
    <message>
        <source>About this photo</source>
        <translation>이 사진에 대해</translation>
    </message>
    <message>
        <source>Larger, smaller</source>
        <translation>크게, 작게</translation>
    </message>
    <message>
        <source>The whole photo, its actual size</source>
        <translation>사진 전체, 실제 크기</translation>
    </message>
    <message>
        <source>Photo before this one (Left)</source>
        <translation>이전 사진(왼쪽)</translation>
    </message>
    <message>
        <source>Next photo (Right)</source>
        <translation>다음 사진(오른쪽)</translation>
    </message>
    <message>
        <source>Show who is who (B)</source>
        <translation>누가 누구인지 보기(B)</translation>
    </message>
    <message>
        <source>About this photo (I)</source>
        <translation>이 사진에 대해(I)</translation>
    </message>
    <message>
        <source>Compare two photos (C)</source>
        <translation>두 사진 비교(C)</translation>
    </message>
    <message>
        <source>Draw a box around a face (D)</source>
        <translation>얼굴 주위에 상자 그리기(D)</translation>
    </message>
    <message>
        <source>Show one photo after the other (S)</source>
        <translation>사진을 차례로 보기(S)</translation>
    </message>
    <message>
        <source>Whole photo (0) or actual size (1)</source>
        <translation>사진 전체(0) 또는 실제 크기(1)</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>확대/축소</translation>
    </message>
    <message>
        <source>Actual size (1)</source>
        <translation>실제 크기(1)</translation>
    </message>
    <message>
        <source>Whole photo (0)</source>
        <translation>사진 전체(0)</translation>
    </message>
    <message>
        <source>This face is {name}</source>
        <translation>이 얼굴은 {name}입니다</translation>
    </message>
    <message>
        <source>The box is where you put it now</source>
        <translation>상자를 놓은 자리로 옮김</translation>
    </message>
    <message>
        <source>Deleted the box</source>
        <translation>상자를 삭제함</translation>
    </message>
    <message>
        <source>Change name</source>
        <translation>이름 바꾸기</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>{name} 열기</translation>
    </message>
    <message>
        <source>Removed from {name}</source>
        <translation>{name}에서 뺌</translation>
    </message>
    <message>
        <source>Move or resize the box</source>
        <translation>상자 옮기기 또는 크기 바꾸기</translation>
    </message>
    <message>
        <source>Delete the box</source>
        <translation>상자 삭제</translation>
    </message>
    <message>
        <source>Dismissed: not a face</source>
        <translation>버림: 얼굴 아님</translation>
    </message>
    <message>
        <source>This face is the cover now</source>
        <translation>이 얼굴이 이제 표지입니다</translation>
    </message>
    <message>
        <source>Camera, lens, exposure and place</source>
        <translation>카메라, 렌즈, 노출, 장소</translation>
    </message>
    <message>
        <source>People in this photo</source>
        <translation>이 사진 속 인물</translation>
    </message>
    <message>
        <source>No faces in this photo</source>
        <translation>이 사진에는 얼굴이 없습니다</translation>
    </message>
    <message>
        <source>Name this face</source>
        <translation>이 얼굴에 이름 붙이기</translation>
    </message>
    <message>
        <source>{figure} MP</source>
        <translation>{figure}MP</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>왼쪽으로 돌리기</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>오른쪽으로 돌리기</translation>
    </message>
    <message>
        <source>Turn upside down</source>
        <translation>거꾸로 돌리기</translation>
    </message>
    <message>
        <source>Names in use</source>
        <translation>쓰고 있는 이름</translation>
    </message>
    <message>
        <source>New name “{name}”</source>
        <translation>새 이름 “{name}”</translation>
    </message>
    <message>
        <source>Cover of {name}</source>
        <translation>{name} 표지</translation>
    </message>
    <message>
        <source>Cover of an unnamed person</source>
        <translation>이름 없는 인물의 표지</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Clear the selection (Esc)</source>
        <translation>선택 해제(Esc)</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>선택 해제</translation>
    </message>
    <message numerus="yes">
        <source>{n} selected</source>
        <translation>
            <numerusform>{n}개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>화살표 키</translation>
    </message>
    <message>
        <source>Go to another one, with Shift selecting</source>
        <translation>다른 것으로 이동, Shift와 함께 선택</translation>
    </message>
    <message>
        <source>Select it or not; fold or unfold below a heading</source>
        <translation>선택하거나 해제하기, 제목 아래에서는 펼치거나 접기</translation>
    </message>
    <message>
        <source>Ctrl+click, Shift+click</source>
        <translation>Ctrl+클릭, Shift+클릭</translation>
    </message>
    <message>
        <source>Select several</source>
        <translation>여러 개 선택</translation>
    </message>
    <message numerus="yes">
        <source>{month} · {n} photos</source>
        <translation>
            <numerusform>{month} · 사진 {n}장</numerusform>
        </translation>
    </message>
    <message>
        <source>Years</source>
        <translation>연도</translation>
    </message>
    <message numerus="yes">
        <source>{n} groups</source>
        <translation>
            <numerusform>그룹 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>Hid {name}</source>
        <translation>{name} 숨김</translation>
    </message>
    <message>
        <source>Showing {name}</source>
        <translation>{name} 표시함</translation>
    </message>
    <message numerus="yes">
        <source>Hid {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개 숨김</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Showing {n} groups</source>
        <translation>
            <numerusform>그룹 {n}개 표시함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{n} questions</source>
        <translation>
            <numerusform>질문 {n}개</numerusform>
        </translation>
    </message>
    <message>
        <source>folded</source>
        <translation>접힘</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>펼쳐짐</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>몇 초</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}분</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}시간 {minutes}분</translation>
    </message>
    <message numerus="yes">
        <source>{n} bytes</source>
        <translation>
            <numerusform>{n}바이트</numerusform>
        </translation>
    </message>
</context>
</TS>
