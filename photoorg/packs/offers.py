"""The face model packs that can be downloaded: what each is good for, and on what terms.

A pack comes as a ZIP file, or as a single recogniser to which the program adds its own detector
(:mod:`.assembly`). Accuracies are those on LFW that the makers publish. What is said of children
follows the published comparison of PhotoPrism: of pairs of one child of up to 12 years, with one
wrong pair in a thousand, it counts 78 % for buffalo_l's recogniser and 51 % for AuraFace's. A face
takes the ResNet-100 of the other two 12.1 thousand million multiplications, and the ResNet-50 of
buffalo_l 6.3.
"""

from dataclasses import dataclass
from functools import cache

from photoorg.packs.source import Source
from photoorg.settings import RESOURCES
from photoorg.tr import kept

APACHE = RESOURCES / "licences" / "Apache-2.0.txt"
RESEARCH = kept("non-commercial research only")

_HERE = """\
The networks run on this computer. No photo and no face leaves it.
"""

BUFFALO_L_TERMS = f"""\
Terms of use of the InsightFace model pack buffalo_l

The networks in this pack were trained and published by the InsightFace project. Its authors allow
their use for non-commercial research only. A use beyond that, above all any commercial one, needs
a licence from them (https://www.insightface.ai). photoorg itself is free software under other
terms and does not contain these networks; it only fetches them for you from the project's own
release on GitHub, unchanged. By accepting you confirm that your use is covered.

{_HERE}"""

AURAFACE_TERMS = f"""\
Terms of use of AuraFace v1

This network was trained by fal on pictures that, as fal says, may be used commercially, and is
published under the Apache License 2.0: you may use it for anything, also at work. The licence
follows below. photoorg fetches the network for you from fal's own page, unchanged, and adds its
own face detector (MIT licence).

{_HERE}"""

ARCFACE_TERMS = f"""\
Terms of use of ArcFace ResNet-100 from the ONNX Model Zoo

The ONNX Model Zoo publishes this network under the Apache License 2.0, which follows below. But it
was trained by the InsightFace project, which allows the networks that it trained to be used for
non-commercial research only, and nowhere is it said which of the two holds. For a use beyond that,
above all any commercial one, ask InsightFace (https://www.insightface.ai) or take another pack.
By accepting you confirm that your use is covered. photoorg fetches the network for you from the
Model Zoo's own page, unchanged, and adds its own face detector (MIT licence).

{_HERE}"""


@dataclass(frozen=True, slots=True)
class Recognizer:
    """What has to be known of a recogniser that comes alone.

    It takes upright RGB faces of 112 x 112 pixels, from whose values of 0 to 255 ``mean`` is taken
    and which are then divided by ``std``, and answers with ``dimension`` numbers.
    """

    dimension: int
    mean: float
    std: float


@dataclass(frozen=True, slots=True)
class PackOffer(Source):
    """A pack that can be downloaded; ``size`` and ``sha256`` are those of the file to be fetched.

    ``unpacked`` is about how many bytes the pack takes on the disk, ``terms`` what the user has to
    accept first, ``licence`` their short name; ``title`` is what the user calls the pack and
    ``about`` what it is good for, both in English. ``accuracy`` is the share of right answers on
    LFW. ``recognizer`` tells what the file is when it is not a ZIP file but a single network.
    """

    unpacked: int
    sha256: str
    terms: str
    title: str = ""
    about: str = ""
    licence: str = ""
    accuracy: float | None = None
    recognizer: Recognizer | None = None

    @property
    def file_name(self) -> str:
        """The name that the file has on the server."""
        return self.url.rpartition("/")[2]


BUFFALO_L = PackOffer(
    name="buffalo_l",
    url="https://github.com/deepinsight/insightface/releases/download/v0.7/buffalo_l.zip",
    size=288_621_354,
    unpacked=342_000_000,
    sha256="80ffe37d8a5940d59a7384c201a2a38d4741f2f3c51eef46ebb28218a7b0ca2f",
    terms=BUFFALO_L_TERMS,
    title="InsightFace buffalo_l",
    about=kept(
        "The most accurate one, and the best with children. Scanning takes longer than with the "
        "program's own models."
    ),
    licence=RESEARCH,
    accuracy=0.9983,
)


@cache
def offers() -> dict[str, PackOffer]:
    """Return the packs that can be downloaded, by name, the one with the freest terms first."""
    apache = APACHE.read_text(encoding="utf-8")
    auraface = PackOffer(
        name="auraface",
        url="https://huggingface.co/fal/AuraFace-v1/resolve/main/glintr100.onnx",
        size=260_694_151,
        unpacked=263_000_000,
        sha256="a7933ea5330113b01c9b60351d8f4c33003f145d8470ac5f0e52ee2effe25c60",
        terms=f"{AURAFACE_TERMS}\n{apache}",
        title="AuraFace v1",
        about=kept(
            "Free for any use. Accurate with adults, less so with children. Scanning takes long: "
            "each face is about twice as much work as with buffalo_l."
        ),
        licence="Apache-2.0",
        accuracy=0.9965,
        recognizer=Recognizer(512, mean=127.5, std=127.5),
    )
    arcface = PackOffer(
        name="arcface_r100",
        url="https://huggingface.co/onnxmodelzoo/arcfaceresnet100-8/resolve/main/"
        "arcfaceresnet100-8.onnx",
        size=261_036_388,
        unpacked=263_000_000,
        sha256="f3a6bc281e72f88862f5748b53be3d76b3b48f8f1ab1f4a537941bdc4e1b01da",
        terms=f"{ARCFACE_TERMS}\n{apache}",
        title="ArcFace R100",
        about=kept(
            "Accurate with adults; how it does with children is not known. Takes as long as "
            "AuraFace. Published as free in the ONNX Model Zoo, but its makers allow research only."
        ),
        licence=kept("Apache-2.0 (in doubt)"),
        accuracy=0.9977,
        recognizer=Recognizer(512, mean=0.0, std=1.0),
    )
    return {offer.name: offer for offer in (auraface, BUFFALO_L, arcface)}
