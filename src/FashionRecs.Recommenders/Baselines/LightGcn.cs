using System.Numerics.Tensors;
using FashionRecs.Recommenders.Purchases;

namespace FashionRecs.Recommenders.Baselines;

/// <summary>
/// Factors that are averaged over the graph of who bought what (He, Deng, Wang, Li, Zhang, Wang: LightGCN, simplifying and powering graph
/// convolution network for recommendation, SIGIR 2020): <c>E⁽ᵏ⁺¹⁾ = D^−½ A D^−½ E⁽ᵏ⁾</c>, a product's place is the mean over the layers,
/// and a score the product of two places. Only E⁽⁰⁾ is learned, by pairs and Adam.
/// </summary>
public sealed class LightGcn(LightGcnOptions options) : IRecommender
{
    private PurchaseGraph graph = PurchaseGraph.Empty;
    private float[] places = []; // (customers and then products, factors): means over the layers

    /// <inheritdoc/>
    public string Name => "lightgcn";

    /// <inheritdoc/>
    public void Fit(PurchaseHistory history)
    {
        var random = new Random(options.Seed);
        graph = new PurchaseGraph(history);
        var start = Factors.Start(graph.Nodes * options.Factors, random, 0.1f);
        var (first, second) = (new float[start.Length], new float[start.Length]);
        var slopes = new float[start.Length];
        var steps = 0;
        places = graph.Average(start, options.Factors, options.Layers);
        var waiting = 0;
        PurchaseTriples.Draw(history, options.Epochs, random, (customer, bought, other) =>
        {
            Pull(slopes, customer, graph.Customers + bought, graph.Customers + other);
            if (++waiting == options.Batch)
            {
                Descend();
            }
        });
        if (waiting > 0)
        {
            Descend();
        }

        void Descend()
        {
            // The average over the layers is a symmetric map, so that slopes go back through it the way places come forward.
            var back = graph.Average(slopes, options.Factors, options.Layers);
            TensorPrimitives.Multiply<float>(start, 1 - (options.Rate * options.Penalty), start);
            AdamStep.Apply(start, back, first, second, options.Rate, ++steps);
            places = graph.Average(start, options.Factors, options.Layers);
            Array.Clear(slopes);
            waiting = 0;
        }
    }

    /// <inheritdoc/>
    public void Score(CustomerHistory customer, Span<float> scores)
    {
        // Who is not part of the graph stands where their products stand.
        var taste = new float[options.Factors];
        if (customer.Index >= 0)
        {
            Row(places, customer.Index).CopyTo(taste);
        }
        else
        {
            Array.ForEach(customer.Items, item => TensorPrimitives.Add<float>(taste, Row(places, graph.Customers + item), taste));
        }

        for (var item = 0; item < scores.Length; item++)
        {
            scores[item] = TensorPrimitives.Dot<float>(taste, Row(places, graph.Customers + item));
        }
    }

    /// <summary>Adds the slopes of one pair's loss with respect to the places.</summary>
    private void Pull(float[] slopes, int customer, int bought, int other)
    {
        var taste = Row(places, customer);
        var wanted = Row(places, bought);
        var left = Row(places, other);
        var pull = Factors.Pull(TensorPrimitives.Dot<float>(taste, wanted) - TensorPrimitives.Dot<float>(taste, left));
        Factors.Move(Row(slopes, customer), 1, wanted, -pull);
        Factors.Move(Row(slopes, customer), 1, left, pull);
        Factors.Move(Row(slopes, bought), 1, taste, -pull);
        Factors.Move(Row(slopes, other), 1, taste, pull);
    }

    private Span<float> Row(float[] matrix, int row) => Factors.Row(matrix, row, options.Factors);
}
