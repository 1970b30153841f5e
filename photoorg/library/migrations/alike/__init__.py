"""Steps about pictures that look alike."""
