"""What reading one file may cost."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.readers.files import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on what a person hands over; far above what official documents need.

    Attributes:
        seconds: For reading and parsing one file.
        memory: Bytes that a process which reads may ask for above those it starts with; 0 sets
            no bound. Held to where the system knows such a bound (not on Windows).
        bytes: Of one file, or of one member of an archive when unpacked.
        unpacked: Bytes that the members of one archive unpack to in all.
        members: Entries of an archive, those of archives within it included.
        ratio: Most times that a large member may be longer than it is packed.
    """

    seconds: float = 120.0
    memory: int = 2 << 30
    bytes: int = MAX_BYTES
    unpacked: int = 4_000_000_000
    members: int = 20_000
    ratio: int = 200
