"""What the search knows of each record; the words themselves lie in the full text index of either database."""

from __future__ import annotations

from django.db import models

from majlis.workspace.commons.fields import HandlingField


class SearchAudience(models.Model):
    """Whom records are for: everything about a record but its words that decides who may find it.

    owner: the institution that holds it. draft: only its own institution sees it.
    """

    digest = models.CharField(max_length=64, unique=True)
    owner = models.UUIDField()
    handling = HandlingField()
    draft = models.BooleanField()

    def __str__(self) -> str:
        return self.digest


class SearchEntry(models.Model):
    """One record that can be found.

    languages: those that it is written in, each between spaces. The migration adds the words: on PostgreSQL two columns
    beside these, on SQLite a table of FTS5 with the same ids.
    """

    kind = models.CharField(max_length=60)
    record = models.UUIDField(unique=True)
    audience = models.ForeignKey(SearchAudience, on_delete=models.PROTECT, related_name="+")
    languages = models.CharField(max_length=400)
    written_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["-written_at", "-record"], name="search_newest_first")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record}"
