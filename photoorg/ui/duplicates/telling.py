"""Stacks of duplicates in words: what they are, which one is proposed, and why."""

from photoorg.jobs.messages import shown
from photoorg.library.duplicates.values import Member, Stack, StackKind, Why
from photoorg.media.video.names import is_video
from photoorg.tr import tr
from photoorg.ui import words
from photoorg.ui.direction import isolated

ALL = "all"


def kinds() -> dict[str, str]:
    """Return what the kinds of stacks are called, by their keys; all of them first."""
    return {
        ALL: tr("All"),
        StackKind.COPY: tr("Copies"),
        StackKind.NEAR: tr("Versions"),
        StackKind.BURST: tr("Bursts"),
        StackKind.DENIED: tr("No duplicates"),
    }


def title_of(stack: Stack) -> str:
    """Return what a stack is in a few words."""
    count = len(stack.paths)
    if stack.kind is StackKind.COPY:
        return tr("{n} copies", n=count)
    if stack.kind is StackKind.NEAR:
        return tr("{n} versions", n=count)
    if stack.kind is StackKind.BURST:
        return tr("Burst of {n}", n=count)
    return words.photos(count)


def proposal(stack: Stack) -> str:
    """Return which picture of a stack is the best, and why."""
    if stack.kind is StackKind.DENIED:
        return tr("You said that these are no duplicates.")
    best = shown(stack.best.name)
    if stack.kind is StackKind.COPY:
        if is_video(stack.best):
            return tr("These files hold the very same video.")
        return tr("These files hold the very same picture.")
    match stack.why:
        case Why.LARGEST:
            return tr("{photo} is the best: it is the largest.", photo=best)
        case Why.FULLEST:
            return tr("{photo} is the best: it is the least compressed.", photo=best)
        case Why.EYES:
            return tr("{photo} is the best: fewer eyes are closed in it.", photo=best)
        case Why.FACES:
            return tr(
                "{photo} is the best: its faces are larger, sharper or turned more to the camera.",
                photo=best,
            )
        case Why.SHARPEST:
            return tr("{photo} is the best: it is the sharpest.", photo=best)
    return tr("Nothing tells the first two apart; {photo} stands first.", photo=best)


def facts(member: Member) -> str:
    """Return how large a picture and its file are."""
    width, height = words.number(member.width), words.number(member.height)
    size = isolated(f"{width} \N{MULTIPLICATION SIGN} {height}")
    parts = [size, words.size(member.bytes)]
    if member.missing:
        parts.append(tr("cannot be reached"))
    return " · ".join(parts)
