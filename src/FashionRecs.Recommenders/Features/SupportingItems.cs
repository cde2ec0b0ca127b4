using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Features;

/// <summary>Finds the product to name.</summary>
internal static class SupportingItems
{
    /// <summary>
    /// The customer's product of which most is said, the earliest among equals; −1 where nothing above <paramref name="above"/> is said of
    /// any.
    /// </summary>
    public static int Strongest(CustomerHistory customer, Func<int, float> says, float above = 0)
    {
        var strongest = -1;
        foreach (var item in customer.Items)
        {
            if (says(item) is var said && said > above)
            {
                (strongest, above) = (item, said);
            }
        }

        return strongest;
    }
}
