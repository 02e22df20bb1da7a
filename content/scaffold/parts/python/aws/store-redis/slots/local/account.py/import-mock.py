from unittest.mock import patch
