"""``python -m literacy`` is the command ``literacy``."""

from literacy.cli import main

if __name__ == "__main__":
    main()
