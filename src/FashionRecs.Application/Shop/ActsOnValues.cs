using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop;

/// <summary>
/// Which of a shopper's acts were about which values, as places in the history: a long one is walked through once, and then goes on from
/// where it stood. Immutable and safe to share between threads.
/// </summary>
internal sealed class ActsOnValues
{
    private readonly AttributeVocabulary vocabulary;
    private readonly List<int>[] clear;
    private readonly List<int>[] any;

    private ActsOnValues(AttributeVocabulary vocabulary, ShopperHistory history, List<int>[] clear, List<int>[] any)
    {
        (this.vocabulary, History, this.clear, this.any) = (vocabulary, history, clear, any);
        Groups =
        [
            .. vocabulary.Attributes.SelectMany(attribute => attribute.VisibleValues
                .Select(value => ((IReadOnlyList<AttributeValue>)[value], (ValueFamily?)null))
                .Concat(attribute.Families.Select(family => (family.Values, (ValueFamily?)family)))),
        ];
    }

    /// <summary>The history.</summary>
    public ShopperHistory History { get; }

    /// <summary>What it asks of: each value alone, and each family.</summary>
    public IReadOnlyList<(IReadOnlyList<AttributeValue> Values, ValueFamily? Family)> Groups { get; }

    /// <summary>Places of the acts on products that surely have the values of a group, or on these values themselves; oldest
    /// first.</summary>
    public IReadOnlyList<int> Clear(int group) => clear[group];

    /// <summary>Places of the acts on products that may have them, but for what was passed over; oldest first.</summary>
    public IReadOnlyList<int> Any(int group) => any[group];

    /// <summary>The acts of a history.</summary>
    /// <param name="vocabulary">The vocabulary of the values.</param>
    /// <param name="history">What was done.</param>
    /// <param name="known">The acts of another history that begins alike, or null.</param>
    /// <param name="alike">How many events, from the first, both have.</param>
    public static ActsOnValues Of(AttributeVocabulary vocabulary, ShopperHistory history, ActsOnValues? known, int alike)
    {
        if (known is null || known.vocabulary != vocabulary)
        {
            (known, alike) = (null, 0);
        }

        var groups = vocabulary.Attributes.Sum(attribute => attribute.VisibleValues.Count() + attribute.Families.Count);
        var acts = new ActsOnValues(
            vocabulary, history, [.. Enumerable.Range(0, groups).Select(group => Before(known?.clear[group], alike))],
            [.. Enumerable.Range(0, groups).Select(group => Before(known?.any[group], alike))]);
        acts.Walk(history.Events, alike);
        return acts;
    }

    private static List<int> Before(List<int>? places, int end)
    {
        if (places is null)
        {
            return [];
        }

        var at = places.BinarySearch(end);
        return places.GetRange(0, at < 0 ? ~at : at);
    }

    private void Walk(IReadOnlyList<(ShopperEvent Event, PreferenceEvent Learned)> events, int from)
    {
        var groupsOf = new List<int>[vocabulary.Values.Count];
        for (var group = 0; group < Groups.Count; group++)
        {
            foreach (var value in Groups[group].Values)
            {
                (groupsOf[value.Index] ??= []).Add(group);
            }
        }

        var amounts = new float[Groups.Count];
        var touched = new List<int>();
        for (var at = from; at < events.Count; at++)
        {
            var (seen, learned) = events[at];
            if (!seen.Signal.Teaches())
            {
                continue;
            }

            if (learned.Value is { } about)
            {
                Add(about, 1);
            }
            else if (learned.Item is { } item)
            {
                var quanta = item.Quanta;
                for (var value = 0; value < quanta.Length; value++)
                {
                    if (quanta[value] != 0)
                    {
                        Add(value, item[value]);
                    }
                }
            }

            foreach (var group in touched)
            {
                if (amounts[group] >= Visibility.Shown)
                {
                    clear[group].Add(at);
                }

                if (seen.Signal != PreferenceSignal.Skipped)
                {
                    any[group].Add(at);
                }

                amounts[group] = 0;
            }

            touched.Clear();
        }

        void Add(int value, float amount)
        {
            foreach (var group in groupsOf[value] ?? [])
            {
                if (amounts[group] == 0)
                {
                    touched.Add(group);
                }

                amounts[group] += amount;
            }
        }
    }
}
