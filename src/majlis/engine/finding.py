"""What every analysis answers with: findings with their uncertainty and a verdict."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


class Frozen(BaseModel):
    """A value: immutable, closed to unknown fields, finite numbers only."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Verdict(StrEnum):
    """How far the data carry a finding; its wording is chosen from this, never from the point estimate alone.

    shown: the interval lies wholly on the side that the finding names.
    not_shown: the interval lies wholly on the other side.
    cannot_tell: the interval holds both sides, or the data are too few.
    described: a count or description that claims nothing beyond the data.
    """

    SHOWN = "shown"
    NOT_SHOWN = "not_shown"
    CANNOT_TELL = "cannot_tell"
    DESCRIBED = "described"


class Interval(Frozen):
    """An interval `low <= high` that holds the true value with probability `level` (0 to 1)."""

    low: float
    high: float
    level: float = Field(gt=0, lt=1)

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(f"interval runs from {self.low} down to {self.high}")
        return self

    def side_of(self, threshold: float) -> Verdict:
        """Say on which side of `threshold` the whole interval lies: above is *shown*, below is *not shown*."""
        if self.low > threshold:
            return Verdict.SHOWN
        return Verdict.NOT_SHOWN if self.high < threshold else Verdict.CANNOT_TELL


class Estimate(Frozen):
    """A value with its interval; the interval is absent only where none can be given."""

    value: float
    interval: Interval | None = None


class Finding(Frozen):
    """One thing that an analysis found.

    key: names the sentence in the catalogues (`engine/locale/*.ftl`, message `finding-<key>`).
    values: what the sentence needs: numbers and short texts.
    estimate: the number that the finding stands on, with its interval.
    n: how many people (or units) it rests on.
    verdict: how far the data carry it.
    """

    key: str
    values: dict[str, int | float | str] = {}
    estimate: Estimate | None = None
    n: int | None = Field(default=None, ge=0)
    verdict: Verdict = Verdict.DESCRIBED

    def to_dict(self) -> dict[str, object]:
        """The finding as it stands in JSON: interval as `[low, high]`, level beside it."""
        interval = self.estimate.interval if self.estimate else None
        return {
            "key": self.key,
            "values": self.values,
            "estimate": self.estimate.value if self.estimate else None,
            "interval": [interval.low, interval.high] if interval else None,
            "level": interval.level if interval else None,
            "n": self.n,
            "verdict": self.verdict.value,
        }
