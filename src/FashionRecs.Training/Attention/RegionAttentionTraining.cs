using FashionRecs.Recommenders.Purchases;
using FashionRecs.Training.Optimization;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Training.Attention;

/// <summary>
/// Trains <see cref="RegionAttentionNetwork"/>: each purchase of a customer is told, given their other products, from products they did not
/// buy.
/// </summary>
internal static class RegionAttentionTraining
{
    public static void Run(RegionAttentionNetwork network, Tensor regions, Tensor words, PurchaseHistory history,
        RegionAttentionOptions options)
    {
        var random = new Random(options.Seed);
        var purchases = history.Customers.Where(customer => customer.Items.Length > 1)
            .SelectMany(customer => customer.Items.Select(item => (customer.Items, Bought: item))).ToArray();
        // Products not bought are drawn alike, whatever their sales: drawn by sales, they would take what all buy out of the bias.
        int[] sold = [.. Enumerable.Range(0, history.Buyers.Length).Where(item => history.Buyers[item] > 0)];
        using var optimizer = new AdamW(network.parameters(), options.Decay);
        var steps = Math.Max(1, purchases.Length * options.Epochs / options.Batch);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var batch = Enumerable.Range(0, options.Batch).Select(_ => purchases[random.Next(purchases.Length)]).ToArray();
            var others = Enumerable.Range(0, options.Others).Select(_ => sold[random.Next(sold.Length)]).ToArray();
            var loss = Loss(network, regions, words, batch, others, options, random);
            loss.backward();
            optimizer.Step(options.Rate * (1 - ((double)step / steps)));
        }
    }

    private static Tensor Loss(RegionAttentionNetwork network, Tensor regions, Tensor words, (int[] Items, int Bought)[] batch,
        int[] others, RegionAttentionOptions options, Random random)
    {
        // The customer's other products, with what each counts; (batch · history).
        var owned = new long[batch.Length * options.History];
        var counts = new float[owned.Length];
        var wrong = new bool[batch.Length * others.Length];
        for (var row = 0; row < batch.Length; row++)
        {
            int[] rest = [.. batch[row].Items.Where(item => item != batch[row].Bought)];
            random.Shuffle(rest);
            var length = Math.Min(rest.Length, options.History);
            for (var place = 0; place < length; place++)
            {
                (owned[(row * options.History) + place], counts[(row * options.History) + place]) = (rest[place], 1f / length);
            }

            for (var other = 0; other < others.Length; other++)
            {
                wrong[(row * others.Length) + other] = batch[row].Items.Contains(others[other]);
            }
        }

        var asked = Ask(owned).reshape(batch.Length, options.History, -1); // (batch, history, parts · size)
        // (batch, parts, size)
        var asks = (asked * tensor(counts, [batch.Length, options.History, 1])).sum(1).reshape(batch.Length, -1, options.Size);
        long[] bought = [.. batch.Select(purchase => (long)purchase.Bought)];
        long[] compared = [.. others.Select(item => (long)item)];
        var wanted = network.SharesOf(asks, Offer(bought)).sum(-1) + network.Bias(tensor(bought)); // (batch)
        var left = network.Shares(asks, Offer(compared)).sum(-1) + network.Bias(tensor(compared)); // (batch, others)
        var pairs = nn.functional.softplus(left - wanted.unsqueeze(1));
        return pairs.masked_fill(tensor(wrong, [batch.Length, others.Length]), 0).mean();

        Tensor Ask(long[] items) => network.Ask(Rows(regions, items), Rows(words, items));
        Tensor Offer(long[] items) => network.Offer(Rows(regions, items), Rows(words, items));
    }

    private static Tensor Rows(Tensor table, long[] rows) => table.index_select(0, tensor(rows));
}
