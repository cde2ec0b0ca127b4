using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Which products go together, from their pictures alone: a distance of low rank <c>d_ij = ‖(f_i − f_j) Y‖²</c>, learned so that
/// <c>σ(c − d_ij)</c> is the chance that a pair was bought together and not drawn at random (McAuley, Targett, Shi, van den Hengel:
/// Image-based recommendations on styles and substitutes, SIGIR 2015). Together means by one customer on one day. A product's score is the
/// mean of the chances with the customer's products; a picture that is missing goes with nothing.
/// </summary>
/// <param name="pictures">Per product the picture's features, all 0 where there is no picture; (products, features).</param>
public sealed class StyleDistance(float[][] pictures, StyleDistanceOptions options) : IRecommender
{
    private readonly bool[] seen = Array.ConvertAll(pictures, picture => picture.AsSpan().ContainsAnyExcept(0f));
    private float[] projection = []; // (rank, features): Y transposed
    private float[] styles = [];     // (products, rank), filled after learning
    private float threshold;

    /// <inheritdoc/>
    public string Name => "styles and substitutes";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        projection = Factors.Start(options.Rank * pictures[0].Length, random, 0.5f);
        threshold = 0;
        int[] sold = [.. Enumerable.Range(0, history.Products.Count).Where(item => history.Buyers[item] > 0 && seen[item])];
        int[][] baskets =
            [.. history.Customers.SelectMany(customer => customer.Items.Zip(customer.Ages).GroupBy(pair => pair.Second))
                .Select(day => day.Select(pair => pair.First).Where(item => seen[item]).ToArray()).Where(basket => basket.Length > 1)];
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            var rate = options.Rate * (1 - (0.9f * epoch / options.Epochs));
            random.Shuffle(baskets);
            foreach (var basket in baskets)
            {
                Learn(basket, sold, rate, random);
            }
        }

        styles = new float[pictures.Length * options.Rank];
        for (var item = 0; item < pictures.Length; item++)
        {
            Factors.Project(projection, pictures[item], Factors.Row(styles, item, options.Rank));
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        scores.Clear();
        foreach (var item in customer.Items.Where(item => seen[item]))
        {
            for (var other = 0; other < scores.Length; other++)
            {
                scores[other] += seen[other] ? Chance(Distance(item, other)) / customer.Items.Length : 0;
            }
        }
    }

    /// <summary>The learned distance of two products, at least 0.</summary>
    public float Distance(int item, int other) =>
        MathF.Pow(TensorPrimitives.Distance<float>(Factors.Row(styles, item, options.Rank), Factors.Row(styles, other, options.Rank)), 2);

    private float Chance(float distance) => Factors.Pull(distance - threshold);

    private void Learn(int[] basket, int[] sold, float rate, Random random)
    {
        foreach (var item in basket)
        {
            for (var turn = 0; turn < Math.Min(options.Partners, basket.Length - 1); turn++)
            {
                var partner = basket[random.Next(basket.Length)];
                if (partner != item)
                {
                    Step(item, partner, 1, rate);
                    Step(item, sold[random.Next(sold.Length)], 0, rate);
                }
            }
        }
    }

    private void Step(int item, int other, int together, float rate)
    {
        Span<float> difference = stackalloc float[pictures[item].Length];
        TensorPrimitives.Subtract(pictures[item], pictures[other], difference);
        Span<float> apart = stackalloc float[options.Rank];
        Factors.Project(projection, difference, apart);
        var wrong = together - Chance(TensorPrimitives.SumOfSquares<float>(apart));
        threshold += rate * wrong;
        for (var row = 0; row < apart.Length; row++)
        {
            var line = Factors.Row(projection, row, difference.Length);
            TensorPrimitives.MultiplyAdd(difference, -2 * rate * wrong * apart[row], line, line);
        }
    }
}
