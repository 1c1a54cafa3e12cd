"""Algebra over planes against numpy.linalg."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from majlis.engine.opinion.planes import inverse_root, log_determinant, lower_root, lower_times, squared, upper_times

family = st.tuples(st.integers(1, 5), st.integers(1, 4), st.integers(0, 2**32 - 1))


def matrices(size, count, seed):
    """Positive definite matrices [n, d, d], and the same as planes [d, d, n]."""
    half = np.random.default_rng(seed).normal(size=(count, size, size + 2))
    whole = half @ half.transpose(0, 2, 1) + 0.05 * np.eye(size)
    return whole, np.ascontiguousarray(whole.transpose(1, 2, 0))


def assert_near(found, wanted):
    assert found == pytest.approx(wanted, rel=1e-7, abs=1e-7)


@given(family)
def test_roots_inverses_and_determinants_are_those_of_numpy(drawn):
    whole, planes = matrices(*drawn)
    assert_near(lower_root(planes).transpose(2, 0, 1), np.linalg.cholesky(whole))
    root = inverse_root(planes)
    assert_near(root.transpose(2, 0, 1), np.linalg.inv(np.linalg.cholesky(whole)))
    assert_near(squared(root).transpose(2, 0, 1), np.linalg.inv(whole))
    assert_near(log_determinant(root), -np.linalg.slogdet(whole)[1])


@given(family)
def test_products_are_those_of_numpy(drawn):
    size, count, seed = drawn
    whole, planes = matrices(*drawn)
    root = inverse_root(planes)
    vectors = np.random.default_rng([seed, 1]).normal(size=(count, size))
    dense = np.linalg.inv(np.linalg.cholesky(whole))
    assert_near(lower_times(root, vectors.T).T, np.einsum("nij,nj->ni", dense, vectors))
    assert_near(upper_times(root, vectors.T).T, np.einsum("nji,nj->ni", dense, vectors))
    solved = np.linalg.solve(whole, vectors[:, :, None])[..., 0]
    assert_near(upper_times(root, lower_times(root, vectors.T)).T, solved)
