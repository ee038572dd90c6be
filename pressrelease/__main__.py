"""`python -m pressrelease`."""

from pressrelease.cli import main

if __name__ == "__main__":
    main()
