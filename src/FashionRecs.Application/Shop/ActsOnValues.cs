using FashionRecs.Application.Shoppers;
using FashionRecs.Domain.Attributes;
using FashionRecs.Domain.Preferences;
using FashionRecs.Domain.Projection;

namespace FashionRecs.Application.Shop;

/// <summary>What a shopper did to products that have some values, or to these values themselves, oldest first.</summary>
internal sealed class ActsOnValues
{
    private readonly List<ShopperEvent> clear = [];
    private readonly List<ShopperEvent> any = [];

    /// <summary>The acts on products that surely have them.</summary>
    public IReadOnlyList<ShopperEvent> Clear => clear;

    /// <summary>The acts on products that may have them, but for what was passed over.</summary>
    public IReadOnlyList<ShopperEvent> Any => any;

    /// <summary>The acts on each group of values, in one walk through a history that may be long.</summary>
    /// <param name="events">What was done.</param>
    /// <param name="groups">Groups of values; a value may be in several.</param>
    /// <param name="values">Number of values of the vocabulary.</param>
    public static IReadOnlyList<ActsOnValues> Of(
        IReadOnlyList<(ShopperEvent Event, PreferenceEvent Learned)> events, IReadOnlyList<IReadOnlyList<AttributeValue>> groups, int values)
    {
        ActsOnValues[] acts = [.. groups.Select(_ => new ActsOnValues())];
        var groupsOf = new List<int>[values];
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var value in groups[group])
            {
                (groupsOf[value.Index] ??= []).Add(group);
            }
        }

        var amounts = new float[groups.Count];
        var touched = new List<int>();
        foreach (var (seen, learned) in events)
        {
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
                acts[group].Take(seen, amounts[group]);
                amounts[group] = 0;
            }

            touched.Clear();
        }

        return acts;

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

    private void Take(ShopperEvent seen, float amount)
    {
        if (amount >= Visibility.Shown)
        {
            clear.Add(seen);
        }

        if (seen.Signal != PreferenceSignal.Skipped)
        {
            any.Add(seen);
        }
    }
}
