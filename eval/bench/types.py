"""What a benchmark yields."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One thing measured, next to its yardstick.

    Attributes:
        name: What was measured.
        value: The figure.
        unit: Of both figures: ``s``, ``ms``, ``MiB``, ``passages/s`` or ``units/s``.
        yardstick: What it is held against; empty if nothing is.
        yardstick_value: The yardstick's figure, None if there is none.
    """

    name: str
    value: float
    unit: str
    yardstick: str = ""
    yardstick_value: float | None = None

    @property
    def ratio(self) -> float | None:
        """The figure over its yardstick."""
        return self.value / self.yardstick_value if self.yardstick_value else None
