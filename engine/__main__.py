"""``python -m belie`` is the command ``belie``."""

from .start import main

__all__: list[str] = []

if __name__ == "__main__":
    main()
