"""The package's vocabularies become terms, and the package's copy is that of the reference."""

import pytest
import yaml

from majlis.workspace.commons.models import Term
from majlis.workspace.commons.vocabulary import load_terms, vocabularies, vocabularies_of_rooms


@pytest.mark.django_db
def test_terms_are_loaded_once_and_keep_their_codes():
    Term.objects.all().delete()
    expected = sum(len(v["terms"]) for v in [*vocabularies(), *vocabularies_of_rooms()])
    assert load_terms() == expected
    assert load_terms() == 0
    prison = Term.objects.get(vocabulary="setting", code="prison")
    assert prison.labels.in_language("ar").text == "مؤسسة سجنية"


@pytest.mark.django_db
def test_changed_label_is_mended_and_an_unknown_term_stays():
    load_terms()
    term = Term.objects.get(vocabulary="setting", code="prison")
    Term.objects.create(vocabulary="setting", code="older", labels=term.labels)
    Term.objects.filter(pk=term.pk).update(labels=Term.objects.get(vocabulary="setting", code="school").labels)
    assert load_terms() == 1
    assert Term.objects.filter(vocabulary="setting", code="older").exists()


def test_every_term_has_three_languages_and_a_code_of_its_own():
    for vocabulary in [*vocabularies(), *vocabularies_of_rooms()]:
        codes = [term["id"] for term in vocabulary["terms"]]
        assert len(codes) == len(set(codes)), vocabulary["id"]
        assert all(term[tag].strip() for term in vocabulary["terms"] for tag in ("ar", "fr", "en"))


def test_package_carries_the_reference_vocabulary(reference_data):
    original = reference_data.parent / "vocabulary.yaml"
    if not original.is_file():
        pytest.skip("the reference vocabulary does not lie beside the reference data")
    assert vocabularies() == yaml.safe_load(original.read_text(encoding="utf-8"))["vocabularies"]
