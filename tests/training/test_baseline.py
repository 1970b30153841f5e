from photoorg.clustering.neighbors.graph import knn_exact
from photoorg.training.baseline import best_components
from tests.clustering.albums import people


def test_components_at_their_best_threshold_find_people_who_lie_apart():
    rows, labels = people([5, 4, 3, 2, 1] * 6, noise=0.4)
    assert best_components(knn_exact(rows, 11), labels).bcubed_f == 1
