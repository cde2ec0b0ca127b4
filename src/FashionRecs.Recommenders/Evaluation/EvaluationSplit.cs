using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Evaluation;

/// <summary>What the past says and what came next: who is evaluated, on which products, among which candidates.</summary>
public sealed class EvaluationSplit
{
    private EvaluationSplit(PurchaseHistory history, PurchaseHistory later)
    {
        History = history;
        IsCandidate = [.. History.Buyers.Zip(later.Buyers, (before, after) => before > 0 || after > 0)];
        IsCold = [.. History.Buyers.Zip(later.Buyers, (before, after) => before == 0 && after > 0)];
        Cases =
        [
            .. from customer in later.Customers
               let past = History.Find(customer.Customer)
               where past is not null
               let added = customer.Items.Except(past.Items).Order().ToArray()
               where added.Length > 0
               select new EvaluationCase(past, added),
        ];
    }

    /// <exception cref="InvalidDataException">No customer of the later purchases bought anything new and is known from the earlier
    /// ones.</exception>
    public static EvaluationSplit Create(ShopProducts products, IReadOnlyList<Purchase> train, IReadOnlyList<Purchase> test) =>
        TryCreate(products, train, test)
        ?? throw new InvalidDataException(
            "No customer of the test purchases is known from the training purchases and bought something new; "
                + "there is nothing to evaluate.");

    /// <summary>The split, or null where there is nothing to evaluate.</summary>
    public static EvaluationSplit? TryCreate(ShopProducts products, IReadOnlyList<Purchase> train, IReadOnlyList<Purchase> test) =>
        new EvaluationSplit(new PurchaseHistory(products, train), new PurchaseHistory(products, test)) is { Cases.Count: > 0 } split ? split
            : null;

    /// <summary>
    /// The split after a share of the products was made unknown: their purchases are taken out of the past, so that many products are
    /// ranked among themselves that nobody had bought.
    /// </summary>
    /// <param name="unseen">Share of the products, 0 to below 1, drawn by the seed.</param>
    /// <exception cref="InvalidDataException">There is nothing to evaluate.</exception>
    public static EvaluationSplit WithUnseen(ShopProducts products, IReadOnlyList<Purchase> train, IReadOnlyList<Purchase> test,
        double unseen, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(unseen);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(unseen, 1);
        var random = new Random(seed);
        var isUnseen = Enumerable.Range(0, products.Count).Select(_ => random.NextDouble() < unseen).ToArray();
        Purchase[] known = [.. train.Where(purchase => !isUnseen[purchase.Product])];
        return known.Length > 0 ? Create(products, known, test)
            : throw new InvalidDataException("All purchases to learn from are of products that were made unknown.");
    }

    /// <summary>The purchases to learn from.</summary>
    public PurchaseHistory History { get; }

    /// <summary>Per product, whether it was bought before or after; the products that are ranked.</summary>
    public bool[] IsCandidate { get; }

    /// <summary>Per product, whether it is a candidate nobody bought in the training purchases.</summary>
    public bool[] IsCold { get; }

    /// <summary>Every known customer who bought something new, in the order of the test file.</summary>
    public IReadOnlyList<EvaluationCase> Cases { get; }
}
