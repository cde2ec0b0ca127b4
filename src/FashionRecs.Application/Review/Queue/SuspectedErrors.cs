using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Catalog;
using FashionRecs.Domain.Reviews.Labels;
using FashionRecs.Domain.Reviews.Annotations;

namespace FashionRecs.Application.Review.Queue;

/// <summary>Finds reviewed tags that are probably wrong.</summary>
internal static class SuspectedErrors
{
    /// <summary>Suspected label errors by product: confident learning over each attribute's ground-truth tags.</summary>
    public static Dictionary<string, IReadOnlyDictionary<GarmentAttribute, LabelIssue>> Of(IReadOnlyList<CatalogItem> items)
    {
        var found = new Dictionary<string, Dictionary<GarmentAttribute, LabelIssue>>(StringComparer.Ordinal);
        var reviewed = items.Where(item => item.Predicted is not null)
            .SelectMany(item => item.Reviewed.Where(tag => !tag.IsUnseen && TagMarks.Chosen(tag.Marks) >= 0).Select(tag => (item, tag)))
            .GroupBy(pair => pair.tag.Attribute);
        foreach (var attribute in reviewed)
        {
            var cases = attribute.Select(pair => (
                pair.item.Product.Id, Given: TagMarks.Chosen(pair.tag.Marks),
                Said: pair.item.Predicted!.Attributes.FirstOrDefault(said => said.Attribute == attribute.Key)?.Probabilities))
                    .Where(one => one.Said is not null).ToArray();
            foreach (var issue in ConfidentLearning.Find(Array.ConvertAll(cases, one => one.Given),
                Array.ConvertAll(cases, one => one.Said!)))
            {
                var id = cases[issue.Example].Id;
                (found.TryGetValue(id, out var own) ? own : found[id] = [])[attribute.Key] = issue;
            }
        }

        return found.ToDictionary(pair => pair.Key, IReadOnlyDictionary<GarmentAttribute, LabelIssue> (pair) => pair.Value,
            StringComparer.Ordinal);
    }
}
