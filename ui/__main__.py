"""``python -m ui``: open the page on this machine."""

import sys

from ui.launch import main

sys.exit(main())
