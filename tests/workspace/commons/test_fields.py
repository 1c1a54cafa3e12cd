"""Columns that hold values."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.core.exceptions import ValidationError

from majlis.engine.handling import Handling, Tlp
from majlis.workspace.commons.fields import HandlingField, canonical, digest
from majlis.workspace.commons.models import Institution
from majlis.workspace.commons.texts import Text


@pytest.mark.django_db
def test_value_comes_back_as_it_went_in():
    handling = Handling(tlp=Tlp.AMBER, audience=frozenset({"b", "a"}), expires=datetime(2026, 7, 1, tzinfo=UTC))
    name = Text.write("المندوبية", "ar").translated("fr", "La Délégation", reviewed=True)
    made = Institution.objects.create(name=name, handling=handling)
    again = Institution.objects.get(pk=made.pk)
    assert (again.name, again.handling) == (name, handling)


@pytest.mark.django_db
def test_path_into_the_value_stays_json():
    made = Institution.objects.create(name=Text.write("One", "en"))
    assert Institution.objects.filter(name__original="en", handling__tlp="AMBER").get() == made
    assert Institution.objects.values_list("handling__tlp", "name__versions").get() == (
        "AMBER",
        {"en": {"text": "One", "state": "original"}},
    )


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["One", {"original": "en"}, 3])
def test_what_is_no_value_never_reaches_the_table(name):
    with pytest.raises(TypeError, match="name takes a Text"):
        Institution.objects.create(name=name)


def test_cleaning_reads_json_and_refuses_what_is_no_value():
    field = HandlingField()
    assert field.to_python('{"tlp": "GREEN"}') == Handling(tlp=Tlp.GREEN)
    with pytest.raises(ValidationError):
        field.to_python('{"tlp": "PINK"}')


@pytest.mark.django_db
def test_institution_passes_its_own_cleaning():
    Institution(name=Text.write("One", "en"), kind="ministry").full_clean()


def test_canonical_json_is_the_same_text_for_the_same_value():
    rabat = timezone(timedelta(hours=1))
    one = {"b": datetime(2026, 7, 1, 12, tzinfo=rabat), "a": "é"}
    two = {"a": "é", "b": datetime(2026, 7, 1, 11, tzinfo=UTC)}
    assert canonical(one) == canonical(two) == '{"a":"é","b":"2026-07-01T11:00:00.000000+00:00"}'
    assert digest(one) == digest(two)
    with pytest.raises(ValueError, match="Out of range float"):
        canonical(float("nan"))
