"""Decimal arithmetic that comes out the same whatever precision a user has set for their own."""

from __future__ import annotations

from contextlib import AbstractContextManager
from decimal import ROUND_HALF_EVEN, Context, localcontext

__all__ = ["exact_decimals"]


def exact_decimals() -> AbstractContextManager[Context]:
    """Work with decimals as Python does by itself: 28 digits, halves to the even one.

    Examples
    --------
    >>> from decimal import Decimal, localcontext
    >>> with localcontext(prec=2), exact_decimals():
    ...     print(Decimal(14) / 87)
    0.1609195402298850574712643678
    """
    return localcontext(Context(prec=28, rounding=ROUND_HALF_EVEN))
